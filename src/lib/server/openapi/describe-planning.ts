import { z } from 'zod';
import { MinimumStaffChange } from '../minimum-staff/index.ts';
import { json, refused } from './openapi-parts.ts';

const day = { type: ['string', 'null'], description: 'Local date, YYYY-MM-DD; null: there is none.' };
const minimumStaffRow = {
	type: 'object',
	required: ['id', 'agents', 'skillId', 'weekdays', 'fromMinute', 'toMinute', 'fromDate', 'toDate', 'able'],
	properties: {
		id: { type: 'string' },
		agents: { type: 'integer', description: 'At least so many at work; whoever is on a break is not.' },
		skillId: { type: ['string', 'null'], description: 'Null: anybody counts.' },
		weekdays: {
			type: 'array',
			items: { type: 'integer' },
			description: 'Of the days on which it begins, 0 = Monday … 6.'
		},
		fromMinute: { type: 'integer', description: 'Local minutes of that day.' },
		toMinute: { type: 'integer', description: 'Beyond 1440: on the next day.' },
		fromDate: day,
		toDate: day,
		able: { type: 'integer', description: 'How many of the people there are now count.' }
	}
};
const count = { type: 'integer' };
const change = z.toJSONSchema(MinimumStaffChange, { io: 'input' });

/** What a planner sets for rosters. */
export const PLANNING_PATHS = {
	'/api/v1/minimum-staff': {
		get: {
			summary: 'How many people must be at work, whatever the staffing plan asks for',
			description: 'Scope read.',
			responses: {
				200: json(
					{
						type: 'object',
						required: ['timeZone', 'minimumStaff'],
						properties: {
							timeZone: { type: 'string', description: 'The centre’s; minutes and dates are of it.' },
							minimumStaff: { type: 'array', items: minimumStaffRow }
						}
					},
					'Every minimum.'
				),
				403: json(refused, 'The key may not read.')
			}
		},
		post: {
			summary: 'Add, change and remove minimum staff in one go, all or nothing',
			description:
				'For whoever may compute rosters: a planner who is signed in; no scope of a key does. With an `id` what is put takes the place of that one, without it is new. Rosters that are searched or copied from then on keep it. `undo` in the answer, posted, takes it back.',
			requestBody: { required: true, content: { 'application/json': { schema: change } } },
			responses: {
				200: json(
					{
						type: 'object',
						required: ['added', 'changed', 'removed', 'undo'],
						properties: { added: count, changed: count, removed: count, undo: change }
					},
					'What was done.'
				),
				400: json(refused, 'It can’t be so: the field, its value and what was wanted.'),
				403: json(refused, 'Whoever asks may not.')
			}
		}
	}
};
