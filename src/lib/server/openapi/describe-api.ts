import { z } from 'zod';
import { EVENT_DATA } from '#lib/contracts/events.ts';
import { RouteInput } from '../routing/index.ts';
import { COMMAND_ANSWERS, COMMAND_STATES, COMMANDS } from '#lib/contracts/commands.ts';
import { CommandInput } from '../commands/index.ts';
import { describeBalance } from './describe-balance.ts';
import { INTERVAL_COLUMNS, INTERVALS } from '../intervals/index.ts';

const json = (schema: object, description: string) => ({
	description,
	content: { 'application/json': { schema } }
});
const refused = { type: 'object', properties: { error: { type: 'string' } }, required: ['error'] };
const query = (
	name: string,
	description: string,
	required: boolean,
	schema: object = { type: 'string' }
) => ({
	name,
	in: 'query',
	description,
	required,
	schema
});
const reason = {
	type: 'object',
	required: ['sentence'],
	properties: { sentence: { type: 'string' } }
};
const COUNTS = new Set([
	'offered',
	'answered',
	'abandoned',
	'answeredInThreshold',
	'abandonedInThreshold',
	'shortAbandoned'
]);

/** One CloudEvent of each type, from the schemas that ingest checks with. */
const events = Object.entries(EVENT_DATA).map(([type, data]) => ({
	type: 'object',
	required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
	properties: {
		specversion: { const: '1.0' },
		id: { type: 'string' },
		source: { type: 'string' },
		type: { const: type },
		time: { type: 'string', format: 'date-time' },
		data: z.toJSONSchema(data, { io: 'input' })
	}
}));

const intervalRow = {
	type: 'object',
	required: INTERVAL_COLUMNS,
	properties: Object.fromEntries(
		INTERVAL_COLUMNS.map((column) => {
			if (column === 'queue') return [column, { type: 'string' }];
			if (column === 'intervalStart') return [column, { type: 'string', format: 'date-time' }];
			return [column, { type: COUNTS.has(column) ? 'integer' : ['number', 'null'] }];
		})
	)
};

const commandRow = {
	type: 'object',
	required: ['id', 'kind', 'subject', 'payload', 'state', 'requestedAt'],
	properties: {
		id: { type: 'string' },
		kind: { enum: COMMANDS },
		subject: { type: 'string', description: '`agent:ID`, `queue:ID`, `contact:ID` or `site`.' },
		payload: { type: 'object' },
		reason: { type: ['string', 'null'] },
		origin: { type: 'string' },
		state: { enum: COMMAND_STATES },
		answer: { type: ['string', 'null'], description: 'What the telephony side said.' },
		requestedBy: { type: 'string' },
		requestedByName: { type: ['string', 'null'] },
		requestedAt: { type: 'integer', description: 'Milliseconds since 1970 UTC.' },
		answeredAt: { type: ['integer', 'null'] },
		expiresAt: { type: 'integer' },
		before: { type: ['object', 'null'], description: 'How it was: what the opposite action asks for.' }
	}
};
const commandList = { type: 'array', items: { $ref: '#/components/schemas/CommandRow' } };

/** The public API as an OpenAPI 3.1 document. */
export const describeApi = () => ({
	openapi: '3.1.0',
	info: {
		title: 'Marea',
		version: '1',
		description: 'Live operations and workforce planning for contact centres.'
	},
	security: [{ key: [] }],
	components: {
		securitySchemes: {
			key: { type: 'http', scheme: 'bearer', description: 'A key made with `marea key add`.' }
		},
		schemas: {
			Event: { oneOf: events },
			IntervalRow: intervalRow,
			Command: z.toJSONSchema(CommandInput, { io: 'input' }),
			CommandRow: commandRow,
			Refused: refused
		}
	},
	paths: {
		'/api/v1/events': {
			post: {
				summary: 'Take events in',
				description:
					'CloudEvents 1.0: one, an array, or one a line. Durable before the answer; source and id make an event unique. Needs a key of scope ingest.',
				requestBody: {
					required: true,
					content: {
						'application/cloudevents+json': { schema: { $ref: '#/components/schemas/Event' } },
						'application/cloudevents-batch+json': {
							schema: { type: 'array', items: { $ref: '#/components/schemas/Event' } }
						},
						'application/x-ndjson': { schema: { type: 'string' } }
					}
				},
				responses: {
					202: json(
						{
							type: 'object',
							required: ['accepted', 'duplicates', 'rejected'],
							properties: {
								accepted: { type: 'integer' },
								duplicates: { type: 'integer' },
								rejected: {
									type: 'array',
									items: {
										type: 'object',
										properties: {
											index: { type: 'integer' },
											id: { type: ['string', 'null'] },
											error: { type: 'string' }
										}
									}
								}
							}
						},
						'The good events are on disk; each bad one is named with its reason.'
					),
					400: json(refused, 'The body as a whole is not JSON.'),
					401: json(refused, 'No key, or an unknown one.'),
					403: json(refused, 'The key may not ingest.'),
					413: json(refused, 'The body is too large.'),
					503: json(refused, 'Nothing was stored; send it again.')
				}
			}
		},
		'/api/v1/route': {
			post: {
				summary: 'Who should take a contact',
				description:
					'Ranked agents with reasons, and those refused with why not; sentences by Accept-Language (en, es). A contact that events have told of, or a described one. What is suggested for a known contact is kept and judged by what comes of it.',
				requestBody: {
					required: true,
					content: { 'application/json': { schema: z.toJSONSchema(RouteInput, { io: 'input' }) } }
				},
				responses: {
					200: json(
						{
							type: 'object',
							required: [
								'contact',
								'needsPerson',
								'reasons',
								'subject',
								'queue',
								'agents',
								'refused',
								'suggestion'
							],
							properties: {
								contact: { type: ['string', 'null'] },
								needsPerson: { type: ['boolean', 'null'] },
								reasons: { type: 'array', items: reason },
								subject: {
									type: ['object', 'null'],
									description: 'What it is about: as it was said, or as it was understood from the words.',
									required: ['intent', 'from', 'probability', 'sentence'],
									properties: {
										intent: { type: 'string' },
										from: { enum: ['source', 'words'] },
										probability: { type: ['number', 'null'] },
										sentence: { type: 'string' }
									}
								},
								queue: { type: ['object', 'null'] },
								agents: {
									type: 'array',
									items: {
										type: 'object',
										properties: {
											agent: { type: 'string' },
											name: { type: 'string' },
											score: { type: 'number' },
											state: { type: ['string', 'null'] },
											hasRoom: { type: 'boolean' },
											expectedFreeSeconds: { type: ['number', 'null'] },
											reasons: { type: 'array', items: reason }
										}
									}
								},
								refused: {
									type: 'array',
									items: {
										type: 'object',
										properties: {
											agent: { type: 'string' },
											name: { type: 'string' },
											reasons: { type: 'array', items: reason }
										}
									}
								},
								suggestion: {
									type: 'object',
									required: ['kind', 'sentence'],
									properties: {
										kind: { enum: ['offer', 'wait', 'bot', 'nobody'] },
										agent: { type: 'string' },
										sentence: { type: 'string' }
									}
								}
							}
						},
						'The answer, best first.'
					),
					400: json(refused, 'The body is malformed, or names what there is not.'),
					403: json(refused, 'The key may not ask.')
				}
			}
		},
		'/api/v1/coaching/agents/{id}': {
			get: {
				summary: 'What an agent is shown of the own coaching',
				description:
					'Recommendations with their evidence, figures beside the fair expectation with 90 % intervals, weeks, goals, sessions, praise and comments. Seconds and fractions; unknown is null. An agent’s session reads the own only; a key needs the scope coaching.',
				parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
				responses: {
					200: json(
						{
							type: 'object',
							required: [
								'agentId',
								'run',
								'silence',
								'practise',
								'findings',
								'metrics',
								'trends',
								'goals',
								'sessions',
								'kudos',
								'comments'
							],
							properties: {
								agentId: { type: 'string' },
								run: { type: ['object', 'null'], description: 'Period and time of the comparison.' },
								silence: {
									enum: ['no-run', 'thin', 'nothing', 'muted', null],
									description: 'Why nothing is recommended; null where something is.'
								},
								practise: { type: ['object', 'null'], description: 'The first of the findings.' },
								findings: { type: 'array', items: { type: 'object' } },
								metrics: { type: 'array', items: { type: 'object' } },
								trends: { type: 'array', items: { type: 'object' } },
								goals: { type: 'array', items: { type: 'object' } },
								sessions: { type: 'array', items: { type: 'object' } },
								kudos: { type: 'array', items: { type: 'object' } },
								comments: { type: 'array', items: { type: 'object' } }
							}
						},
						'The feed.'
					),
					403: json(refused, 'Another agent’s, without the right to see everybody’s.'),
					404: json(refused, 'There is no such agent.')
				}
			}
		},
		'/api/v1/contacts/{id}/handoff': {
			get: {
				summary: 'What a person who takes over a contact needs to know',
				parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
				responses: {
					200: json(
						{ type: 'object' },
						'Who, what for, what was tried, facts, summary, mood, past, first words.'
					),
					403: json(refused, 'Neither may the key read contacts nor is the contact one’s own.'),
					404: json(refused, 'No event has told of it.')
				}
			}
		},
		'/api/v1/live': {
			get: {
				summary: 'The floor as of now, or as it was at a moment of the kept log',
				description:
					'A past moment counts every event that happened up to it by its own time, those that came late among them, in today’s set-up. Its `clock.mode` is `past`.',
				parameters: [
					query('at', 'A moment that is over, RFC 3339; now unless given.', false, {
						type: 'string',
						format: 'date-time'
					})
				],
				responses: {
					200: json({ type: 'object' }, 'Queues, agents, totals and sources.'),
					400: json(refused, 'The moment is malformed, in the future or before the log begins.'),
					429: json(refused, 'As many past moments are open as the server keeps.'),
					403: json(refused, 'The key may not read.')
				}
			}
		},
		'/api/v1/intents': {
			get: {
				summary: 'Contacts by queue and intent',
				description:
					'What the source said, else what the words told (`guessed` of them). Contacts count in the queue that they entered first, in the period in which they did. CSV with Accept: text/csv.',
				parameters: [
					query('from', 'First instant, RFC 3339; a week before `to` unless given.', false, {
						type: 'string',
						format: 'date-time'
					}),
					query('to', 'Instant after the last; now unless given.', false, {
						type: 'string',
						format: 'date-time'
					}),
					query('queue', 'Only this queue.', false)
				],
				responses: {
					200: json(
						{
							type: 'array',
							items: {
								type: 'object',
								required: ['queue', 'intent', 'contacts', 'guessed', 'share'],
								properties: {
									queue: { type: 'string' },
									intent: { type: ['string', 'null'] },
									contacts: { type: 'integer' },
									guessed: { type: 'integer' },
									share: { type: 'number' }
								}
							}
						},
						'A row for each queue and intent; intent null = not known.'
					),
					400: json(refused, 'The period is none.'),
					403: json(refused, 'The key may not read.')
				}
			}
		},
		'/api/v1/intervals': {
			get: {
				summary: 'Counts by queue and interval',
				description:
					'A contact belongs to the interval in which it entered the queue. Intervals without contacts have no row. CSV with Accept: text/csv.',
				parameters: [
					query('from', 'First instant, RFC 3339.', true, { type: 'string', format: 'date-time' }),
					query('to', 'Instant after the last.', true, { type: 'string', format: 'date-time' }),
					query('interval', 'Length; a day runs from the local time of `from`.', false, {
						enum: Object.keys(INTERVALS)
					}),
					query('queue', 'Only this queue.', false)
				],
				responses: {
					200: json(
						{ type: 'array', items: { $ref: '#/components/schemas/IntervalRow' } },
						'Rows by queue and time.'
					),
					400: json(refused, 'A parameter is missing or malformed.'),
					403: json(refused, 'The key may not read.')
				}
			}
		},
		'/api/v1/live/windows': {
			get: {
				summary: 'The floor’s numbers over a window',
				parameters: [
					query('window', '`15m`, `30m`, `60m`, `opening` or the instant it begins, RFC 3339.', false)
				],
				responses: {
					200: json({ type: 'object' }, 'By queue, channel, team and site.'),
					400: json(refused, 'The window is malformed.'),
					403: json(refused, 'The key may not read.')
				}
			}
		},
		'/api/v1/contacts': {
			get: {
				summary: 'Contacts, in progress and over',
				description:
					'The newest first unless `sort` says otherwise, 50 a page. CSV with Accept: text/csv: up to 10,000 rows.',
				parameters: [
					query('period', '`today`, `yesterday`, `7d`, `28d` or `custom`; 7d unless given.', false),
					query('from', 'First local date of a custom period, YYYY-MM-DD.', false),
					query('to', 'Its last.', false),
					query('state', '`open` or `over`.', false),
					query('queue', 'Only this queue.', false),
					query('channel', 'Only this channel.', false),
					query('agent', 'Only this agent.', false),
					query('bot', '`any`, `none`, `active`, `resolved`, `escalated` or `left`.', false),
					query('language', 'Only this language.', false),
					query('intent', 'Only this reason.', false),
					query('mood', '`negative`, `neutral`, `positive`, `falling` or `unknown`.', false),
					query('cue', 'A cue in the customer’s words, such as `legal-threat`.', false),
					query('words', 'Said in the transcript, each of them; accents and case do not matter.', false),
					query(
						'sort',
						'`started`, `duration`, `mood`, `shift`, `csat` or `repeats`, with .asc or .desc.',
						false
					),
					query('page', 'From 1.', false)
				],
				responses: {
					200: json({ type: 'object' }, 'Rows, how many there are, and pages.'),
					400: json(refused, 'A parameter is malformed.'),
					403: json(refused, 'The key may not read.')
				}
			}
		},
		'/api/v1/bots': {
			get: {
				summary: 'What the bots did in a period',
				parameters: [
					query('period', '`today`, `yesterday`, `7d`, `28d` or `custom` with `from` and `to`.', false),
					query('bot', 'Only this bot.', false),
					query('queue', 'Only this queue.', false),
					query('intent', 'Only this reason.', false),
					query('language', 'Only this language.', false),
					query('window', 'Days within which a return of the customer counts: 1, 3 or 7.', false)
				],
				responses: {
					200: json({ type: 'object' }, 'Totals, groups, reasons of escalation and the turn funnel.'),
					400: json(refused, 'A parameter is malformed.'),
					403: json(refused, 'The key may not read.')
				}
			}
		},
		'/api/v1/commands': {
			get: {
				summary: 'What was asked of the telephony side, and its answers',
				description:
					'A telephony side that takes no webhooks works off `?state=requested&order=oldest`. Scopes read, act and ingest.',
				parameters: [
					query('state', 'Only in this state.', false, { enum: COMMAND_STATES }),
					query('kind', 'Only of this kind.', false, { enum: COMMANDS }),
					query('subject', '`agent:ID`, `queue:ID` or `contact:ID`.', false),
					query('since', 'Asked for at or after this instant, RFC 3339.', false),
					query('order', 'Newest first unless given.', false, { enum: ['newest', 'oldest'] }),
					query('limit', 'At most so many; 200 unless given.', false, { type: 'integer', maximum: 1000 })
				],
				responses: {
					200: json(commandList, 'The commands.'),
					400: json(refused, 'A parameter is malformed.'),
					403: json(refused, 'The key may not read them.')
				}
			},
			post: {
				summary: 'Ask the telephony side for an action',
				description: [
					'One action or a list. Needs a key of scope act. Each goes out as the event `marea.command.requested` in the',
					'log and by webhooks that follow commands. The telephony side answers by an event through POST /api/v1/events:',
					'`marea.command.confirmed` or `marea.command.refused` with `data.command` = the id and, if it likes, `data.text`',
					`(free text, or one of ${COMMAND_ANSWERS.join(', ')}, which are shown in the reader’s language).`,
					'A change of state is also confirmed by the `marea.agent.state` that was asked for. Without an answer within',
					'60 s it counts as expired; a later answer still counts.'
				].join(' '),
				requestBody: {
					required: true,
					content: {
						'application/json': {
							schema: {
								oneOf: [
									{ $ref: '#/components/schemas/Command' },
									{ type: 'array', maxItems: 1000, items: { $ref: '#/components/schemas/Command' } }
								]
							}
						}
					}
				},
				responses: {
					202: json(
						{
							type: 'object',
							required: ['commands', 'rejected'],
							properties: {
								commands: commandList,
								rejected: {
									type: 'array',
									items: {
										type: 'object',
										properties: { index: { type: 'integer' }, error: { type: 'string' } }
									}
								}
							}
						},
						'Asked for; nothing has been carried out yet.'
					),
					400: json(refused, 'The action cannot be asked for: the reason.'),
					403: json(refused, 'The key may not act.')
				}
			}
		},
		...describeBalance({ json, query, refused }),
		'/api/v1/adherence': {
			get: {
				summary:
					'Adherence and conformance of a day by agent and team; today also who departs from the schedule now',
				description: 'CSV of the agents with Accept: text/csv.',
				parameters: [query('day', 'Local date of the site, YYYY-MM-DD; today unless given.', false)],
				responses: {
					200: json({ type: 'object' }, 'The day, and the present where it is today.'),
					400: json(refused, 'A parameter is malformed.'),
					403: json(refused, 'The key may not read.')
				}
			}
		},
		'/api/v1/intraday': {
			get: {
				summary: 'A day’s forecast, re-forecast and what came',
				description: 'CSV with Accept: text/csv.',
				parameters: [
					query('day', 'Local date of the site, YYYY-MM-DD; today unless given.', false),
					query('at', 'Local time HH:MM up to which the day is taken as known; now unless given.', false),
					query('queue', 'Only this queue.', false)
				],
				responses: {
					200: json({ type: 'object' }, 'Intervals and totals.'),
					400: json(refused, 'A parameter is malformed.'),
					403: json(refused, 'The key may not read.')
				}
			}
		}
	}
});
