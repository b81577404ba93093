import { PROMISE_OUTCOMES, PROPOSAL_ORIGINS, UNTOLD_REASONS } from '#lib/contracts/balance.ts';
import { json, query, refused } from './openapi-parts.ts';

const band = {
	type: ['array', 'null'],
	description: 'Median and ends of the 80 % band, fractions; null: nobody is expected.',
	prefixItems: [{ type: 'number' }, { type: 'number' }, { type: 'number' }]
};
const number = { type: ['number', 'null'] };
const effects = {
	type: 'array',
	items: {
		type: 'object',
		properties: {
			queue: { type: 'string' },
			before: band,
			after: band,
			waitingBefore: band,
			waitingAfter: band,
			lostBefore: { type: 'number', description: 'Contacts of the next hour by which the target is missed.' },
			lostAfter: { type: 'number' }
		}
	}
};
const strings = { type: 'array', items: { type: 'string' } };
const moved = {
	type: 'array',
	items: {
		type: 'object',
		properties: { agent: { type: 'string' }, before: strings, after: strings }
	}
};
const proposal = {
	type: 'object',
	properties: {
		id: { type: 'string' },
		origin: { enum: PROPOSAL_ORIGINS },
		from: { type: ['string', 'null'] },
		to: { type: ['string', 'null'] },
		how: {
			enum: ['instead', 'also', 'only', 'several', 'break', 'stay', 'leave', 'callback', 'bot'],
			description:
				'`break`: people of `from` go on their break at another time; `stay`: somebody of `from` stays longer, if they agree; `leave`: people of `from` go earlier, if they like; `callback`, `bot`: those who wait in `from` are offered it.'
		},
		agents: moved,
		dayChanges: {
			type: 'array',
			description: 'UTC ms. Accepting one changes the schedule of the day.',
			items: {
				type: 'object',
				properties: {
					agent: { type: 'string' },
					kind: { enum: ['moved', 'extended', 'shortened'] },
					activity: { enum: ['break', 'lunch', null] },
					fromAt: { type: 'integer' },
					toAt: { type: 'integer' },
					movedTo: { type: ['integer', 'null'] }
				}
			}
		},
		offer: {
			type: ['object', 'null'],
			description: 'Of `callback` and `bot`. Accepting one asks for `queue.callback` or `queue.bot`. UTC ms.',
			properties: {
				kind: { enum: ['callback', 'bot'] },
				queue: { type: 'string' },
				intent: { type: ['string', 'null'] },
				contacts: { type: 'integer' },
				untilAt: { type: 'integer' },
				reach: { type: 'number', description: 'Part of the line for whom it is.' },
				acceptShare: { type: 'number' },
				isAssumed: { type: 'boolean', description: 'Nothing is known of earlier offers.' },
				containment: number,
				backFromAt: { type: ['integer', 'null'] },
				backToAt: { type: ['integer', 'null'] }
			}
		},
		paidHours: { type: 'number', description: 'Hours more, or below 0 fewer, of shifts than planned.' },
		effects,
		saves: { type: 'number', description: 'Weighted contacts of the next hour.' },
		costs: { type: 'number', description: 'From which it is worth moving them.' },
		others: strings,
		sinceMs: { type: 'integer' },
		asOfMs: { type: 'integer' }
	}
};
const promise = {
	type: 'object',
	properties: {
		promise: { type: 'string' },
		queue: { type: 'string' },
		queueName: { type: 'string' },
		acceptedAt: { type: 'integer' },
		acceptedBy: { type: 'string' },
		origin: { enum: PROPOSAL_ORIGINS },
		dueAt: { type: 'integer' },
		arrivals: { type: 'integer' },
		departures: { type: 'integer' },
		dayChanges: { type: 'integer', description: 'People whose day was changed by it.' },
		before: number,
		after: number,
		afterLow: number,
		afterHigh: number,
		measured: number,
		offered: { type: ['integer', 'null'] },
		outcome: { enum: PROMISE_OUTCOMES },
		why: { enum: [...UNTOLD_REASONS, null] },
		reason: { type: ['string', 'null'] }
	}
};

/** Moves that are proposed, what became of them, and what if. */
export const BALANCE_PATHS = {
	'/api/v1/balance': {
		get: {
			summary: 'The moves that are proposed now, or why none is',
			description:
				'Each with its effect on the service level in 30 minutes, foreseen by the prediction model. `state` is `moves`, `stay` (doing nothing is best) or `unknown`; `reasons` say why. A move is carried out by POST /api/v1/commands or on the page. Scopes read and act.',
			responses: {
				200: json(
					{
						type: 'object',
						required: ['state', 'reasons', 'proposals', 'asOfMs', 'wallMs'],
						properties: {
							state: { enum: ['moves', 'stay', 'unknown'] },
							reasons: {
								type: 'array',
								items: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } }
							},
							asOfMs: { type: ['integer', 'null'] },
							wallMs: { type: 'integer' },
							everySeconds: { type: 'integer' },
							proposals: { type: 'array', items: proposal },
							together: { ...effects, type: ['array', 'null'] },
							dismissed: { type: 'array', items: { type: 'object' } }
						}
					},
					'The proposals.'
				),
				403: json(refused, 'The key may not read.')
			}
		}
	},
	'/api/v1/balance/promises': {
		get: {
			summary: 'What accepted moves promised of each queue, and what came',
			description: 'Latest first; CSV with Accept: text/csv. Nothing is judged before it is due.',
			parameters: [
				query('from', 'Accepted at or after this instant; four weeks before `to` unless given.', false),
				query('to', 'Accepted up to this instant; now unless given.', false),
				query('queue', 'Only of this queue.', false)
			],
			responses: {
				200: json({ type: 'array', items: promise }, 'The promises.'),
				400: json(refused, 'A parameter is malformed.'),
				403: json(refused, 'The key may not read.')
			}
		}
	},
	'/api/v1/balance/what-if': {
		get: {
			summary: 'The next hour of the queues without a change of the floor and with it',
			parameters: [
				query(
					'm',
					'One change, or several by comma or repeated: `move:FROM:TO:COUNT`, `absent:QUEUE:COUNT`, `extra:QUEUE:COUNT`, `callback:QUEUE:COUNT`, `bot:QUEUE:COUNT`; ids percent-encoded.',
					true
				)
			],
			responses: {
				200: json(
					{
						type: 'object',
						properties: {
							asOfMs: { type: 'integer' },
							people: moved,
							absent: strings,
							queues: { type: 'array', items: { type: 'object' } }
						}
					},
					'The curves, both from the same dice.'
				),
				400: json(refused, 'The change is malformed, or not so many people are there.'),
				403: json(refused, 'The key may not read.')
			}
		}
	}
};
