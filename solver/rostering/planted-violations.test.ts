import { expect, it } from 'vitest';
import { parseProblem } from './parse-problem.ts';
import type { Contract, RosterProblem } from './problem.ts';
import { minimumStaff, RULES } from './rules/index.ts';
import { validateRoster } from './validate.ts';

const meal = (at = 240) => [{ offsetMinute: at, lengthMinutes: 60, paid: false, kind: 'lunch' }];
const pauses = [{ offsetMinute: 120, lengthMinutes: 30, paid: true, kind: 'break' }, ...meal()];

/** Two weeks of six people, a letter a day: early, late, night, a working day's shift, off. */
const PLANS = [
	'EEELL..' + 'NNN....',
	'NN..EEE' + 'LL.....',
	'..EELLL' + 'L..EE..',
	'ELL....' + 'EEL..NN',
	'WWWWW..' + 'WWWWW..',
	'LLL....' + '..WWo..'
];
const CONTRACT = {
	...{ minHoursPerWeek: 14, maxHoursPerWeek: 42, maxHoursPerDay: 8, minRestHours: 11, maxConsecutiveDays: 6 },
	...{
		minDaysOffPerWeek: 1,
		minConsecutiveDays: 2,
		minConsecutiveDaysOff: 2,
		maxWeekends: 1,
		wholeWeekends: true
	},
	...{ minWeeklyRestHours: 36, maxConsecutiveNights: 3, minConsecutiveNights: 2, forwardOnly: true },
	hoursPerPeriod: [{ weeks: 2, minHours: 35, maxHours: 80 }],
	startSpread: { minutes: 480, per: 'run' },
	sequences: [{ after: ['night', 'off'], then: ['off'] }],
	breakRules: { maxStretchMinutes: 240, meal: { shiftMinutes: 360, fromMinute: 180, toMinute: 300 } }
};
const on = (agent: number, day: number, shift: unknown) => ({ agent: `a${agent}`, day, shift });

const CENTRE: RosterProblem = parseProblem({
	version: 1,
	horizon: { start: '2026-11-23', days: 14 },
	intervalMinutes: 30,
	shifts: [
		{ id: 'E', start: '06:00', lengthMinutes: 480, breaks: meal() },
		{ id: 'L', start: '14:00', lengthMinutes: 480, breaks: meal() },
		{ id: 'N', start: '22:00', lengthMinutes: 480, breaks: meal() },
		{
			...{ id: 'W', start: '09:00', lengthMinutes: 480, breaks: pauses },
			weekdays: ['mon', 'tue', 'wed', 'thu', 'fri']
		}
	],
	agents: PLANS.map((_, i) => ({
		...{ id: `a${i}`, name: `Agent ${i}`, skills: ['voice'], contract: CONTRACT },
		...(i === 4 && { availability: [{ from: '09:00', to: '17:00' }] }),
		...(i === 5 && { daysOff: [5] })
	})),
	options: [{ id: 'own', agent: 'a5', day: 11, start: '10:00', lengthMinutes: 480, breaks: meal() }],
	fixed: [on(5, 3, 'off'), on(4, 0, 'W'), on(0, 7, 'N')],
	published: [on(4, 1, 'W'), on(0, 8, 'N')],
	begun: [
		{ agent: 'a4', day: 1, until: '12:00' },
		{ agent: 'a0', day: 8, until: '23:00' }
	],
	activities: [{ agent: 'a4', day: 2, from: '10:00', to: '11:00', kind: 'meeting' }],
	minimumStaff: [{ weekday: 'mon', from: '10:00', to: '11:00', skill: 'voice', agents: 1 }],
	demand: [{ day: 0, from: '10:00', skill: 'voice', agents: 3 }]
});

interface Plant {
	rule: string;
	/** null: of nobody in particular. */
	agent: number | null;
	/** What is done to a lawful roster. */
	plant: (to: {
		problem: RosterProblem;
		plan: string[][];
		more: { agent: string; day: number; shift: string }[];
	}) => void;
}

/** The agent has these shifts from that day on ('' is off). */
const works = (rule: string, agent: number, day: number, ...shifts: string[]): Plant => ({
	...{ rule, agent },
	plant: ({ plan }) => shifts.forEach((shift, i) => (plan[agent]![day + i] = shift))
});
/** The agent's contract has this as well. */
const under = (rule: string, agent: number, change: Partial<Contract>): Plant => ({
	...{ rule, agent },
	plant: ({ problem }) => void Object.assign(problem.agents[agent]!.contract, change)
});
const add = (
	rule: string,
	agent: number | null,
	shift: { agent: string; day: number; shift: string }
): Plant => ({
	...{ rule, agent },
	plant: ({ more }) => void more.push(shift)
});
const given = (rule: string, agent: number | null, change: (problem: RosterProblem) => void): Plant => ({
	...{ rule, agent },
	plant: ({ problem }) => change(problem)
});
const each = (agents: number[], of: (agent: number) => Plant): Plant[] => agents.map(of);

const nights = { weeks: null, minHours: 0, maxHours: 20 };
const PLANTS: Plant[] = [
	...each([0, 3, 7, 8], (day) => add('one-shift-a-day', 4, { agent: 'a4', day, shift: 'L' })),
	...[works('shift-days', 0, 5, 'W'), works('shift-days', 1, 12, 'W')],
	...[works('shift-days', 3, 6, 'W'), works('shift-days', 5, 13, 'W')],
	...each([3, 7, 8, 9], (day) => works('availability', 4, day, day % 2 ? 'E' : 'L')),
	...[works('leave', 5, 5, 'L'), given('leave', 0, (p) => void p.agents[0]!.daysOff.push(2))],
	...[
		given('leave', 2, (p) => void p.agents[2]!.daysOff.push(6)),
		given('leave', 3, (p) => void p.agents[3]!.daysOff.push(13))
	],
	...each([0, 1, 4, 5], (agent) => under('hours-per-day', agent, { maxHoursPerDay: 6.5 })),
	...[works('rest-between-shifts', 0, 4, 'E'), works('rest-between-shifts', 1, 8, 'E')],
	...[works('rest-between-shifts', 2, 8, 'E'), works('rest-between-shifts', 3, 2, 'N', 'L')],
	...[works('min-hours-per-week', 0, 7, '', '', ''), works('min-hours-per-week', 1, 7, '', '')],
	...[
		works('min-hours-per-week', 2, 7, '', '', '', '', ''),
		under('min-hours-per-week', 4, { minHoursPerWeek: 36 })
	],
	...each([0, 1, 2, 4], (agent) => under('max-hours-per-week', agent, { maxHoursPerWeek: 30 })),
	...each([0, 1, 3, 4], (agent) => under('days-off-per-week', agent, { minDaysOffPerWeek: 5 })),
	...[works('max-consecutive-days', 2, 0, 'E', 'E'), works('max-consecutive-days', 4, 5, 'L', 'L')],
	...each([0, 1], (agent) => under('max-consecutive-days', agent, { maxConsecutiveDays: 2 })),
	...[works('min-consecutive-days', 0, 12, 'E'), works('min-consecutive-days', 1, 11, 'L')],
	...[works('min-consecutive-days', 3, 5, 'E'), works('min-consecutive-days', 4, 8, '')],
	...[works('min-consecutive-days-off', 0, 5, 'L'), works('min-consecutive-days-off', 1, 2, 'N')],
	...[works('min-consecutive-days-off', 4, 3, ''), works('min-consecutive-days-off', 2, 8, 'L')],
	...each([1, 2, 3], (agent) => under('max-weekends', agent, { maxWeekends: 0 })),
	works('max-weekends', 1, 11, 'L', 'L', 'L'),
	...[works('whole-weekends', 1, 6, ''), works('whole-weekends', 2, 5, '')],
	...[works('whole-weekends', 3, 13, ''), works('whole-weekends', 0, 12, 'L')],
	...each([0, 1, 2, 4], (agent) => under('weekly-rest', agent, { minWeeklyRestHours: 140 })),
	...each([0, 3], (agent) => under('hours-per-period', agent, { hoursPerPeriod: [nights] })),
	works('hours-per-period', 5, 9, '', '', ''),
	under('hours-per-period', 4, { hoursPerPeriod: [{ weeks: 2, minHours: 71, maxHours: null }] }),
	...[works('max-consecutive-nights', 0, 10, 'N'), works('max-consecutive-nights', 1, 2, 'N', 'N')],
	...each([0, 3], (agent) => under('max-consecutive-nights', agent, { maxConsecutiveNights: 1 })),
	...[works('min-consecutive-nights', 0, 7, '', ''), works('min-consecutive-nights', 2, 10, 'N')],
	...[works('min-consecutive-nights', 5, 10, 'N'), works('min-consecutive-nights', 4, 4, 'N')],
	...[works('forward-rotation', 0, 4, 'E'), works('forward-rotation', 2, 7, 'E')],
	...[works('forward-rotation', 3, 2, 'E'), works('forward-rotation', 5, 12, 'E')],
	...each([0, 2, 3], (agent) => under('start-spread', agent, { startSpread: { minutes: 450, per: 'run' } })),
	under('start-spread', 1, { startSpread: { minutes: 450, per: 'week' } }),
	...[works('sequences', 0, 11, 'L'), works('sequences', 1, 3, 'E')],
	under('sequences', 4, { sequences: [{ after: ['W', 'W'], never: ['W'] }] }),
	under('sequences', 3, { sequences: [{ after: ['E'], then: ['E', 'off'] }] }),
	...each([0, 1], (agent) => under('breaks-in-shifts', agent, { breakRules: { maxStretchMinutes: 200 } })),
	under('breaks-in-shifts', 4, { breakRules: { minBetweenMinutes: 100 } }),
	under('breaks-in-shifts', 2, {
		breakRules: { meal: { shiftMinutes: 360, fromMinute: 60, toMinute: 180 } }
	}),
	...each([0, 1], (agent) =>
		under('minors', agent, {
			minors: { maxHoursPerDay: 8, minRestHours: 12, fromMinute: 360, toMinute: 1320 }
		})
	),
	under('minors', 4, { minors: { maxHoursPerDay: 6, minRestHours: 12, fromMinute: 360, toMinute: 1320 } }),
	under('minors', 2, { minors: { maxHoursPerDay: 8, minRestHours: 20, fromMinute: 360, toMinute: 1320 } }),
	...[works('own-shifts', 0, 11, 'own'), works('own-shifts', 4, 11, 'own')],
	...[works('own-shifts', 5, 10, 'own'), works('own-shifts', 2, 10, 'own')],
	...[works('fixed-days', 5, 3, 'L'), works('fixed-days', 4, 0, ''), works('fixed-days', 0, 7, 'L')],
	given('fixed-days', 2, (p) => void p.fixed!.push({ agent: 'a2', day: 4, shift: null })),
	...[works('begun-shifts', 4, 1, ''), works('begun-shifts', 4, 1, 'E'), works('begun-shifts', 0, 8, 'L')],
	works('begun-shifts', 0, 8, ''),
	...[
		works('fixed-activities', 4, 2, 'W'),
		works('fixed-activities', 4, 2, ''),
		works('fixed-activities', 4, 2, 'L')
	],
	given(
		'fixed-activities',
		0,
		(p) => void p.activities!.push({ agent: 'a0', day: 0, fromMinute: 480, toMinute: 540, kind: 'training' })
	),
	...[
		add('known', 0, { agent: 'a0', day: 0, shift: 'ghost' }),
		add('known', 1, { agent: 'a1', day: 99, shift: 'E' })
	],
	add('known', null, { agent: 'nobody', day: 0, shift: 'E' }),
	...each([0, 7], (day) =>
		given(
			'minimum-staff',
			null,
			(p) => void p.minimumStaff!.push({ day, fromMinute: 600, toMinute: 660, skill: null, agents: 5 })
		)
	),
	given('minimum-staff', null, (p) => void (p.minProficiency = { voice: 2 })),
	given(
		'minimum-staff',
		null,
		(p) => void p.minimumStaff!.push({ day: 9, fromMinute: 750, toMinute: 780, skill: 'voice', agents: 3 })
	)
];

const KINDS = new Set(PLANTS.map(({ rule }) => rule));

function roster(plan: string[][]) {
	return plan.flatMap((days, a) =>
		days.flatMap((shift, day) => (shift === '' ? [] : [{ agent: `a${a}`, day, shift }]))
	);
}

const lawfulPlan = (): string[][] =>
	PLANS.map((plan, a) =>
		[...plan].map((letter, day) => {
			if (letter === 'o') return 'own';
			// What cannot move has its own shift, made of the template.
			if (a === 4 && day === 2) return 'W + a4 2';
			return letter === '.' ? '' : letter;
		})
	);

it('the roster into which breaches are planted keeps every rule', () => {
	expect(validateRoster(CENTRE, { assignments: roster(lawfulPlan()) }).violations).toEqual([]);
});

it(`validateRoster() finds each of ${PLANTS.length} planted breaches, of all ${KINDS.size} kinds of rule`, () => {
	expect(PLANTS.length).toBeGreaterThanOrEqual(100);
	expect([...KINDS].sort()).toEqual([...RULES.map(({ id }) => id), minimumStaff.id, 'known'].sort());
	let found = 0;
	PLANTS.forEach(({ rule, agent, plant }, i) => {
		const problem = structuredClone(CENTRE);
		const plan = lawfulPlan();
		const more: { agent: string; day: number; shift: string }[] = [];
		plant({ problem, plan, more });
		const { valid, violations } = validateRoster(problem, { assignments: [...roster(plan), ...more] });
		const told = violations.filter(
			(v) => v.rule === rule && v.agent === (agent === null ? null : `a${agent}`) && v.text.endsWith('.')
		);
		expect(valid, `plant ${i}: ${rule}`).toBe(false);
		expect(told.length, `plant ${i}: ${rule} of ${agent}`).toBeGreaterThan(0);
		found++;
	});
	expect(found).toBe(PLANTS.length);
});
