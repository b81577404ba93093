import { INTERVAL_COLUMNS, INTERVALS } from '../intervals/index.ts';
import { json, query, refused } from './openapi-parts.ts';

const COUNTS = new Set([
	'offered',
	'answered',
	'abandoned',
	'answeredInThreshold',
	'abandonedInThreshold',
	'shortAbandoned'
]);

export const intervalRow = {
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

/** The floor, and what came by queue. */
export const LIVE_PATHS = {
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
	}
};
