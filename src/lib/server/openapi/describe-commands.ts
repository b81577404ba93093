import { COMMAND_ANSWERS, COMMAND_STATES, COMMANDS } from '#lib/contracts/commands.ts';
import { json, query, refused } from './openapi-parts.ts';

export const commandRow = {
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

/** Actions asked of the telephony side. */
export const COMMAND_PATHS = {
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
				'`queue.callback` and `queue.bot` ask it to offer those in line a call back or the bot, until so many have taken it',
				'or the end; whoever takes one leaves the queue by `marea.contact.flowed_out`.',
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
	}
};
