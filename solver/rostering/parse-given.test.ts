import { expect, it } from 'vitest';
import { parseProblem } from './parse-problem.ts';

const meal = [{ offsetMinute: 240, lengthMinutes: 60, paid: false }];
const problem = (given: Record<string, unknown>, agent: Record<string, unknown> = {}) =>
	parseProblem({
		version: 1,
		horizon: { start: '2026-11-23', days: 7 },
		intervalMinutes: 30,
		shifts: [
			{ id: 'day', start: '09:00', lengthMinutes: 480, breaks: meal },
			{ id: 'late', start: '15:00', lengthMinutes: 480, breaks: meal, weekdays: ['mon'] }
		],
		agents: [
			{
				id: 'ana',
				contract: { minHoursPerWeek: 0, maxHoursPerWeek: 20, minRestHours: 12, maxConsecutiveDays: 3 },
				...agent
			}
		],
		demand: [{ day: 0, from: '10:00', agents: 1 }],
		...given
	});
const on = (day: number, shift: unknown) => ({ agent: 'ana', day, shift });
const long = { start: '09:00', lengthMinutes: 540, breaks: meal };

it('parseProblem() makes own shifts of those written out, once, and none of what a template is', () => {
	const { options, published, fixed } = problem({
		published: [on(0, long), on(1, { start: '09:00', lengthMinutes: 480, breaks: meal })],
		fixed: [on(0, long), on(2, 'off')]
	});
	expect(options).toMatchObject([{ agent: 'ana', day: 0, days: [0], lengthMinutes: 540 }]);
	expect(published).toEqual([on(0, options![0]!.id), on(1, 'day')]);
	expect(fixed).toEqual([on(0, options![0]!.id), on(2, null)]);
});

it('parseProblem() leaves away what is not given', () => {
	expect(Object.keys(problem({}))).not.toContain('options');
	expect(problem({}).weights).not.toHaveProperty('changedDay');
	expect(problem({ weights: { changedPerson: 3 } }).weights.changedPerson).toBe(3);
});

it('parseProblem() puts an activity that cannot move into the shifts with room for it', () => {
	const activity = { agent: 'ana', day: 0, from: '15:00', to: '16:00', kind: 'meeting' };
	const { options } = problem({ activities: [activity] });
	expect(options!.map(({ id, breaks }) => [id, breaks.length])).toEqual([
		['day + ana 0', 2],
		['late + ana 0', 2]
	]);
});

it.each<[string, Record<string, unknown>, RegExp, Record<string, unknown>?]>([
	[
		'an unknown agent',
		{ fixed: [{ agent: 'zoe', day: 0, shift: 'day' }] },
		/fixed\[0\]\.agent is "zoe"; wanted an agent's id/
	],
	['an unknown shift', { fixed: [on(0, 'x')] }, /the id of a template/],
	['two for a day', { fixed: [on(0, 'day'), on(0, 'off')] }, /fixed\[1\].*one entry for each agent and day/],
	['a day off', { fixed: [on(0, 'day')] }, /no shift on a day off of "ana"/, { daysOff: [0] }],
	['another weekday', { fixed: [on(1, 'late')] }, /offered on that day/],
	[
		'not available',
		{ fixed: [on(0, 'day')] },
		/within the availability/,
		{ availability: [{ day: 0, from: '10:00', to: '20:00' }] }
	],
	[
		'too little rest',
		{ fixed: [on(0, 'late'), on(1, 'day')] },
		/at least 12 hours of rest .*Monday .*they leave 10/
	],
	[
		'too many hours',
		{ fixed: [on(0, 'day'), on(1, 'day'), on(2, 'day')] },
		/is "ana: 21 hours"; wanted no more than 20 hours in the week/
	],
	[
		'a shape twice',
		{ options: [{ agent: 'ana', day: 0, start: '09:00', lengthMinutes: 480, breaks: meal }] },
		/a shift other than "day"/
	],
	[
		'an id twice',
		{ options: [{ id: 'day', agent: 'ana', day: 0, ...long }] },
		/an id that no other shift has/
	],
	['nothing begun', { begun: [{ agent: 'ana', day: 0, until: '10:00' }] }, /a shift that is published/],
	[
		'begun later',
		{ published: [on(0, 'day')], begun: [{ agent: 'ana', day: 0, until: '08:00' }] },
		/after the shift's start/
	],
	[
		'begun and off',
		{ published: [on(0, 'day')], fixed: [on(0, 'off')], begun: [{ agent: 'ana', day: 0, until: '10:00' }] },
		/no begun shift on a day that is fixed as off/
	],
	[
		'no room',
		{ activities: [{ agent: 'ana', day: 0, from: '06:00', to: '07:00', kind: 'meeting' }] },
		/a shift of that day with room/
	],
	[
		'an activity off',
		{
			fixed: [on(0, 'off')],
			activities: [{ agent: 'ana', day: 0, from: '10:00', to: '11:00', kind: 'meeting' }]
		},
		/no activity on a day that is fixed as off/
	],
	[
		'an activity elsewhere',
		{
			fixed: [on(0, 'day')],
			activities: [{ agent: 'ana', day: 0, from: '10:00', to: '11:00', kind: 'meeting' }]
		},
		/the fixed shift to hold it/
	]
])('parseProblem() refuses %s in words', (_, given, words, agent = {}) => {
	expect(() => problem(given, agent)).toThrow(words);
});
