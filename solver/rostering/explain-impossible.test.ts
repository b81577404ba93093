import { expect, it } from 'vitest';
import { parseProblem } from './parse-problem.ts';
import { solveRoster } from './solve-roster.ts';

const steps = () => {
	let t = 0;
	return { seconds: 1e6, now: () => (t += 0.001), maxSteps: 5 };
};
/** Ana on these terms, a week of an early, a late and a night shift of eight hours. */
const reasonsFor = async (
	contract: Record<string, unknown>,
	agent: Record<string, unknown> = {},
	week: string[] = ['E', 'L', 'N']
) => {
	const shifts = [
		{ id: 'E', start: '06:00', lengthMinutes: 480 },
		{ id: 'L', start: '14:00', lengthMinutes: 480 },
		{ id: 'N', start: '22:00', lengthMinutes: 480 }
	].filter(({ id }) => week.includes(id));
	const free = { minHoursPerWeek: 0, maxHoursPerWeek: 168, minRestHours: 0, maxConsecutiveDays: 42 };
	const problem = parseProblem({
		version: 1,
		horizon: { start: '2026-11-23', days: 7 },
		intervalMinutes: 30,
		shifts,
		agents: [
			{ id: 'ana', name: 'Ana', contract: { ...free, ...contract }, ...agent },
			// Whom a shift suits that Ana may not work.
			{ id: 'ben', contract: free }
		],
		demand: [{ day: 0, from: '10:00', agents: 1 }]
	});
	const { status, reasons } = await solveRoster(problem, steps());
	return { status, reasons };
};

it.each<[string, Record<string, unknown>, Record<string, unknown>?, string[]?]>([
	['whole weekends', { minHoursPerWeek: 48, wholeWeekends: true }, { daysOff: [5] }],
	['60 hours of rest at a stretch each week', { minHoursPerWeek: 48, minWeeklyRestHours: 60 }],
	[
		'hours 50 to 60 in the whole horizon',
		{ minHoursPerWeek: 24, maxHoursPerWeek: 40, hoursPerPeriod: [{ minHours: 50, maxHours: 60 }] }
	],
	['at most 1 nights in a row', { minHoursPerWeek: 40, maxConsecutiveNights: 1 }, {}, ['N']],
	[
		'runs of at least 3 nights',
		{ minHoursPerWeek: 8, minConsecutiveNights: 3 },
		{ availability: [{ day: 3, from: '22:00', to: '30:00' }] },
		['N']
	],
	[
		'starts that do not go back from day to day',
		{ minHoursPerWeek: 56, forwardOnly: true },
		{
			availability: [
				{ day: 0, from: '14:00', to: '22:00' },
				...[1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '06:00', to: '14:00' }))
			]
		}
	],
	[
		'starts at most 60 minutes apart',
		{ minHoursPerWeek: 56, startSpread: { minutes: 60, per: 'week' } },
		{
			availability: [
				{ day: 6, from: '14:00', to: '22:00' },
				...[0, 1, 2, 3, 4, 5].map((day) => ({ day, from: '06:00', to: '14:00' }))
			]
		}
	],
	['which days may follow which', { minHoursPerWeek: 40, sequences: [{ after: 'work', then: 'off' }] }],
	['the breaks and meals within a shift', { minHoursPerWeek: 8, breakRules: { maxStretchMinutes: 300 } }],
	['the rules for minors', { minHoursPerWeek: 8, minors: {} }, {}, ['N']]
])('a roster that fails on %s says that lifting it would do', async (words, contract, agent, week) => {
	const { status, reasons } = await reasonsFor(contract, agent, week);
	expect(status).toBe('infeasible');
	expect(reasons[0]).toContain(
		"Ana can't be rostered: the rules contradict each other. Lifting any one of these"
	);
	expect(reasons[0]).toContain(words);
});

it('names no rule that the contract does not have', async () => {
	const { reasons } = await reasonsFor(
		{ minHoursPerWeek: 40 },
		{ availability: [{ day: 0, from: '06:00', to: '14:00' }] }
	);
	expect(reasons[0]).not.toMatch(/nights|weekends|minors|meals|starts/);
});
