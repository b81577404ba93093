import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProblem } from './parse-problem.ts';
import { solveRoster } from './solve-roster.ts';
import { validateRoster } from './validate.ts';

const golden = new URL('../../tests/golden/rostering/small-centre.json', import.meta.url);
const smallCentre = () => JSON.parse(readFileSync(golden, 'utf8')) as Record<string, unknown>;
/** A clock that moves only when it is read, so that steps alone end the search. */
const steps = (maxSteps: number) => {
	let t = 0;
	return { seconds: 1e6, now: () => (t += 0.001), maxSteps };
};

describe('solveRoster()', () => {
	it('keeps every rule, counts the objective as the validator does and stays above its bound', async () => {
		const problem = parseProblem(smallCentre());
		const seen: number[] = [];
		const result = await solveRoster(problem, {
			...steps(800),
			onProgress: (p) => void seen.push(p.objective)
		});
		expect(result.status).toBe('feasible');
		expect(result.violations).toEqual([]);
		const check = validateRoster(problem, result);
		expect(check.valid).toBe(true);
		expect(check.objective).toBeCloseTo(result.objective!, 6);
		expect(result.lowerBound).not.toBeNull();
		expect(result.lowerBound!).toBeLessThanOrEqual(result.objective! + 1e-6);
		expect(seen.length).toBeGreaterThan(1);
		expect([...seen].sort((a, b) => b - a)).toEqual(seen);
	});

	it('gives the same roster for the same seed', async () => {
		const problem = parseProblem(smallCentre());
		const [a, b] = [
			await solveRoster(problem, { ...steps(200), seed: 5 }),
			await solveRoster(problem, { ...steps(200), seed: 5 })
		];
		expect(a.assignments).toEqual(b.assignments);
	});

	it('stops when told to and keeps the best roster so far', async () => {
		const problem = parseProblem(smallCentre());
		let polls = 0;
		const result = await solveRoster(problem, { ...steps(1e9), shouldStop: () => ++polls > 50 });
		expect(result.status).toBe('feasible');
		expect(validateRoster(problem, result).valid).toBe(true);
	});

	it('tells its first roster before the bound, and ends within the bound when told to', async () => {
		const problem = parseProblem(smallCentre());
		const bounds: (number | null)[] = [];
		await solveRoster(problem, { ...steps(20), onProgress: (p) => void bounds.push(p.bound) });
		expect(bounds[0]).toBeNull();
		expect(bounds[1]).not.toBeNull();
		let isTold = false;
		const stopped = await solveRoster(problem, {
			...steps(1e9),
			onProgress: () => void (isTold = true),
			shouldStop: () => isTold
		});
		expect(stopped).toMatchObject({ status: 'feasible', lowerBound: null, gap: null, steps: 0 });
	});

	it('reaches demand that can be met exactly, and proves it', async () => {
		const problem = parseProblem({
			...smallCentre(),
			agents: ['a', 'b'].map((id) => ({
				id,
				skills: [],
				contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 }
			})),
			shifts: [{ id: 'x', start: '09:00', lengthMinutes: 240 }],
			demand: [0, 1, 2].flatMap((day) =>
				[18, 19, 20, 21, 22, 23, 24, 25].map((interval) => ({ day, interval, agents: 2 }))
			)
		});
		const result = await solveRoster(problem, steps(200));
		expect(result).toMatchObject({ status: 'optimal', objective: 0, lowerBound: 0, gap: 0, reasons: [] });
		expect(result.assignments).toHaveLength(6);
	});

	it('counts an agent with two skills once in an interval', async () => {
		const problem = parseProblem({
			...smallCentre(),
			agents: [
				{
					id: 'a',
					skills: ['voice', 'spanish'],
					contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 }
				}
			],
			shifts: [{ id: 'x', start: '09:00', lengthMinutes: 240 }],
			demand: ['voice', 'spanish'].map((skill) => ({ day: 0, from: '09:00', skill, agents: 1 })),
			weights: { under: 10, over: 0, deepUnder: 0 }
		});
		const result = await solveRoster(problem, steps(50));
		expect(result.objective).toBeCloseTo(5, 9);
		expect(result.cover.reduce((sum, c) => sum + (c.fromMinute === 540 ? c.scheduled : 0), 0)).toBe(1);
		expect(result.reasons[0]).toContain('Monday 2026-11-23 09:00–09:30 is up to 1 short of');
	});

	it('says which rules make a roster impossible', async () => {
		const problem = parseProblem({
			...smallCentre(),
			agents: [
				{
					id: 'a',
					name: 'Ana',
					skills: ['voice', 'spanish'],
					contract: { minHoursPerWeek: 40, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 },
					availability: [{ weekday: 'mon', from: '09:00', to: '20:00' }]
				}
			]
		});
		const result = await solveRoster(problem, steps(10));
		expect(result).toMatchObject({ status: 'infeasible', objective: null, assignments: [] });
		expect(result.reasons[0]).toContain("Ana can't be rostered");
		expect(result.reasons[0]).toContain('at least 40 hours a week');
		expect(result.reasons[0]).toContain('availability');
	});
});
