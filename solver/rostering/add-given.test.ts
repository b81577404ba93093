import { expect, it } from 'vitest';
import { addGiven, parseProblem, validateRoster } from './index.ts';

const problem = (fields: Record<string, unknown> = {}) =>
	parseProblem({
		version: 1,
		horizon: { start: '2026-03-02', days: 7 },
		intervalMinutes: 30,
		agents: ['ana', 'ben'].map((id) => ({
			id,
			contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 }
		})),
		shifts: [{ id: 'early', start: '08:00', lengthMinutes: 480 }],
		demand: [{ day: 0, from: '08:00', agents: 1 }],
		...fields
	});
const early = { startMinute: 480, lengthMinutes: 480, breaks: [] };

it('addGiven() takes a shift written out for the template it is, and any other for an own one', () => {
	const given = addGiven(problem(), {
		fixed: [
			{ agent: 'ana', day: 0, shift: early },
			{ agent: 'ben', day: 0, shift: 'off' },
			{ agent: 'ben', day: 1, shift: { ...early, startMinute: 540 } }
		]
	});
	expect(given.fixed).toMatchObject([
		{ agent: 'ana', day: 0, shift: 'early' },
		{ agent: 'ben', day: 0, shift: null },
		{ agent: 'ben', day: 1, shift: given.options![0]!.id }
	]);
	expect(given.options).toMatchObject([{ agent: 'ben', day: 1, startMinute: 540 }]);
	const moved = validateRoster(given, { assignments: [{ agent: 'ben', day: 0, shift: 'early' }] });
	expect(new Set(moved.violations.map(({ rule }) => rule))).toEqual(new Set(['fixed-days']));
});

it('addGiven() puts what is given in the place of what the problem had, and refuses what contradicts the rules', () => {
	const once = addGiven(problem(), { fixed: [{ agent: 'ana', day: 0, shift: early }] });
	expect(addGiven(once, {}).fixed).toBeUndefined();
	expect(() =>
		addGiven(problem(), {
			fixed: [
				{ agent: 'ana', day: 0, shift: { ...early, startMinute: 900 } },
				{ agent: 'ana', day: 1, shift: early }
			]
		})
	).toThrow(/at least 12 hours of rest/);
});

it('addGiven() leaves all else of the problem as it was', () => {
	const minimumStaff = [{ day: 1, from: '08:00', to: '10:00', agents: 2 }];
	const base = problem({ minimumStaff, minProficiency: {}, weights: { over: 3 } });
	const { fixed, ...others } = addGiven(base, { fixed: [{ agent: 'ana', day: 0, shift: early }] });
	expect(others).toEqual(base);
	expect(fixed).toHaveLength(1);
});
