import { expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { parseProblem } from './parse-problem.ts';
import type { RosterProblem } from './problem.ts';
import { solveRoster } from './solve-roster.ts';
import { validateRoster } from './validate.ts';

const CASES = 40;

/** A clock that moves only when it is read, so that steps alone end the search. */
const steps = (maxSteps: number, seed = 1) => {
	let t = 0;
	return { seconds: 1e6, now: () => (t += 0.001), maxSteps, seed };
};

/** Two people, a weekend, two shifts, floors of a skill or of anybody. */
function randomProblem(seed: number): RosterProblem {
	const random = createRandom(seed);
	const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
	return parseProblem({
		version: 1,
		horizon: { start: '2026-11-28', days: 2 },
		intervalMinutes: 30,
		shifts: [
			{ id: 'E', start: '07:00', lengthMinutes: 480 },
			{ id: 'L', start: '13:00', lengthMinutes: 480 }
		],
		agents: [['voice', 'chat'], ['voice']].map((skills, i) => ({
			id: `a${i}`,
			skills,
			contract: {
				...{
					minHoursPerWeek: 0,
					maxHoursPerWeek: pick([8, 24]),
					minRestHours: 11,
					maxConsecutiveDays: pick([1, 2, 2])
				},
				...(random.uniform() < 0.4 && { wholeWeekends: true }),
				...(random.uniform() < 0.3 && { forwardOnly: true })
			},
			daysOff: random.uniform() < 0.2 ? [random.below(2)] : [],
			preferences: [{ day: random.below(2), kind: 'avoid', shift: 'work', weight: 10 * random.below(40) }]
		})),
		demand: [0, 1].map((day) => ({ day, from: '10:00', skill: 'voice', agents: random.below(3) })),
		minimumStaff: Array.from({ length: 1 + random.below(2) }, () => ({
			...{ day: random.below(2), from: pick(['08:00', '13:00']), to: pick(['14:00', '18:00']) },
			...{ skill: pick([null, 'voice', 'chat']), agents: 1 }
		}))
	});
}

/** The cheapest roster that the validator lets pass, of all there are; null when there is none. */
function byEnumeration(problem: RosterProblem): number | null {
	let best: number | null = null;
	for (let code = 0; code < 3 ** 4; code++) {
		const assignments = Array.from({ length: 4 }, (_, i) => ({
			...{ agent: `a${Math.floor(i / 2)}`, day: i % 2 },
			shift: ['', 'E', 'L'][Math.floor(code / 3 ** i) % 3]!
		})).filter(({ shift }) => shift !== '');
		const { valid, objective } = validateRoster(problem, { assignments });
		if (valid && (best === null || objective < best)) best = objective;
	}
	return best;
}

it(`solveRoster() equals enumeration on ${CASES} small rosters with minimum staff`, async () => {
	let infeasible = 0;
	let binding = 0;
	let bounded = 0;
	for (let seed = 1; seed <= CASES; seed++) {
		const problem = randomProblem(seed);
		const least = byEnumeration(problem);
		const result = await solveRoster(problem, steps(300, seed));
		if (least === null) {
			infeasible++;
			// Without a proof it says only that the time ended.
			expect(['infeasible', 'timed-out'], `seed ${seed}`).toContain(result.status);
			expect(result.reasons[0], `seed ${seed}`).toMatch(/Minimum staff is not reached/);
			continue;
		}
		if (least > byEnumeration({ ...problem, minimumStaff: [] })! + 1e-9) binding++;
		expect(result.violations, `seed ${seed}`).toEqual([]);
		expect(result.objective, `seed ${seed}`).toBeCloseTo(least, 6);
		if (result.lowerBound === null) continue;
		bounded++;
		expect(result.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(least + 1e-6);
	}
	// Of the rosters that there are, minimum staff makes some dearer, and nearly all have a bound.
	expect(binding).toBeGreaterThan(CASES / 8);
	expect(bounded).toBeGreaterThan(CASES / 2);
	expect(infeasible).toBeGreaterThan(2);
	expect(infeasible).toBeLessThan(CASES / 2);
}, 120_000);

const centre = (minimumStaff: Record<string, unknown>[], agent: Record<string, unknown> = {}) =>
	parseProblem({
		version: 1,
		horizon: { start: '2026-11-23', days: 7 },
		intervalMinutes: 30,
		shifts: [{ id: 'day', start: '09:00', lengthMinutes: 480 }],
		agents: ['Ana', 'Ben'].map((name) => ({
			...{ id: name.toLowerCase(), name, skills: ['voice'] },
			contract: { minHoursPerWeek: 0, maxHoursPerWeek: 24, minRestHours: 11, maxConsecutiveDays: 6 },
			...agent
		})),
		demand: [{ day: 0, from: '10:00', skill: 'voice', agents: 0 }],
		minimumStaff
	});

it('solveRoster() puts people where nobody is asked for but the minimum', async () => {
	const result = await solveRoster(
		centre([{ from: '10:00', to: '12:00', weekday: 'sun', skill: 'voice', agents: 2 }]),
		steps(100)
	);
	expect(result.assignments.map(({ agent, day }) => [agent, day])).toEqual([
		['ana', 6],
		['ben', 6]
	]);
	expect(result.status).not.toBe('infeasible');
});

it('solveRoster() says where the minimum staff is out of reach, and who could be there', async () => {
	const given = centre([{ day: 2, from: '08:00', to: '10:00', skill: 'voice', agents: 1 }]);
	const result = await solveRoster(given, steps(20));
	expect(result).toMatchObject({ status: 'infeasible', objective: null, assignments: [] });
	expect(result.violations[0]).toMatchObject({ rule: 'minimum-staff', day: 2 });
	expect(result.reasons[0]).toContain('Minimum staff is not reached. Wednesday 2026-11-25 08:00–09:00');
	expect(result.reasons[0]).toContain('0 of the 2 may work at all');
});

it('solveRoster() proves that hours a week leave too few, though each day has enough', async () => {
	const result = await solveRoster(
		centre([{ from: '10:00', to: '12:00', skill: 'voice', agents: 1 }]),
		steps(50)
	);
	// Six shifts a week between the two, seven days to keep.
	expect(result.status).toBe('infeasible');
	expect(result.reasons[0]).toContain('2 of the 2 may work at all');
});

it('solveRoster() keeps a moment of minimum staff, whatever a plan without it would save', async () => {
	const shift = (id: string, start: string) => ({ id, start, lengthMinutes: 480 });
	const { status, violations, assignments } = await solveRoster(
		parseProblem({
			version: 1,
			horizon: { start: '2026-11-23', days: 7 },
			intervalMinutes: 5,
			shifts: [shift('day', '08:00'), shift('late', '14:00')],
			agents: [
				{
					id: 'ana',
					contract: {
						...{ minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 11, maxConsecutiveDays: 6 },
						startSpread: { minutes: 0, per: 'week' }
					}
				}
			],
			// Five days of work stand against five minutes.
			demand: [0, 1, 2, 3, 4].flatMap((day) =>
				Array.from({ length: 72 }, (_, n) => ({ day, fromMinute: 480 + 5 * n, agents: 1 }))
			),
			minimumStaff: [{ day: 6, from: '21:00', to: '21:05', agents: 1 }]
		}),
		steps(50)
	);
	expect(violations).toEqual([]);
	expect(status).not.toBe('timed-out');
	expect(assignments.find(({ day }) => day === 6)).toMatchObject({ shift: 'late' });
});
