import { expect, it } from 'vitest';
import { parseProblem } from '../parse-problem.ts';
import { validateRoster } from '../validate.ts';

const problem = (minimumStaff: Record<string, unknown>[], extra: Record<string, unknown> = {}) =>
	parseProblem({
		version: 1,
		horizon: { start: '2026-11-23', days: 2 },
		intervalMinutes: 30,
		shifts: [
			{
				id: 'A',
				start: '08:00',
				lengthMinutes: 480,
				breaks: [{ offsetMinute: 240, lengthMinutes: 30, paid: true }]
			},
			{ id: 'B', start: '10:00', lengthMinutes: 480 }
		],
		agents: [['voice'], ['voice', 'spanish'], [{ skill: 'spanish', proficiency: 0.4 }]].map((skills, i) => ({
			id: `a${i}`,
			skills,
			contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 8, maxConsecutiveDays: 6 }
		})),
		demand: [{ day: 0, from: '10:00', agents: 1 }],
		minimumStaff,
		...extra
	});
const found = (given: ReturnType<typeof problem>, ...shifts: [string, number, string][]) =>
	validateRoster(given, {
		assignments: shifts.map(([agent, day, shift]) => ({ agent, day, shift }))
	}).violations.map(({ day, text }) => [day, text]);

it('minimum-staff finds each stretch with too few, a break among them', () => {
	const given = problem([{ day: 0, from: '08:00', to: '16:00', skill: 'voice', agents: 1 }]);
	expect(found(given, ['a0', 0, 'A'])).toEqual([
		[0, 'Monday 2026-11-23 12:00–12:30 has 0 at work who know voice; at least 1.']
	]);
	expect(found(given, ['a0', 0, 'A'], ['a1', 0, 'B'])).toEqual([]);
	expect(found(given, ['a2', 0, 'A'])[0]![1]).toContain('08:00–16:00 has 0 at work');
});

it('minimum-staff counts people of any skill, and people with two skills for both', () => {
	const given = problem([
		{ day: 1, from: '10:00', to: '11:00', agents: 2 },
		{ day: 1, from: '10:00', to: '11:00', skill: 'spanish', agents: 1 }
	]);
	expect(found(given, ['a0', 1, 'A'], ['a1', 1, 'B'])).toEqual([]);
	expect(found(given, ['a1', 1, 'A'])).toHaveLength(1);
});

it('minimum-staff goes by the least proficiency that counts', () => {
	const floor = [{ day: 1, from: '10:00', to: '11:00', skill: 'spanish', agents: 1 }];
	const strict = problem(floor, { minProficiency: { spanish: 0.5 } });
	expect(found(strict, ['a2', 1, 'A'])).toHaveLength(1);
	expect(found(problem(floor), ['a2', 1, 'A'])).toEqual([]);
});

it('minimum-staff holds at every opening hour where no times are given', () => {
	const opening = { openingHours: [{ weekday: 'mon', from: '09:00', to: '16:00' }] };
	const given = problem([{ agents: 1 }], opening);
	expect(given.minimumStaff).toEqual([{ day: 0, fromMinute: 540, toMinute: 960, skill: null, agents: 1 }]);
	expect(() => problem([{ agents: 1 }])).toThrow(/minimumStaff\[0\].*openingHours/);
	expect(() => problem([{ from: '08:00', to: '09:00', agents: 1 }], opening)).toThrow(/within opening hours/);
	const offGrid = { openingHours: [{ weekday: 'mon', from: '09:15', to: '16:00' }] };
	expect(() =>
		problem([{ agents: 1 }], { ...offGrid, demand: [{ day: 0, from: '10:00', agents: 1 }] })
	).toThrow(/minimumStaff\[0\].*multiples of intervalMinutes \(30\)/);
	expect(() => problem([{ from: '08:00', to: '09:00', skill: 'voice', agents: 3 }])).toThrow(
		/agents is 3; wanted no more than the 2 agents with "voice"/
	);
});
