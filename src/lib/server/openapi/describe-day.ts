import { json, query, refused } from './openapi-parts.ts';

/** A day: who kept the schedule, and what came of what was forecast. */
export const DAY_PATHS = {
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
};
