import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { parseProblem } from './parse-problem.ts';
import type { RosterProblem } from './problem.ts';
import type { RosterAssignment } from './roster.ts';
import { RULES } from './rules/index.ts';
import { solveRoster } from './solve-roster.ts';
import { validateRoster } from './validate.ts';

const golden = new URL('../../tests/golden/rostering/small-centre.json', import.meta.url);
let problem: RosterProblem;
let sound: RosterAssignment[];

beforeAll(async () => {
	problem = parseProblem(JSON.parse(readFileSync(golden, 'utf8')));
	let t = 0;
	sound = (await solveRoster(problem, { seconds: 1e6, now: () => (t += 0.001), maxSteps: 300 })).assignments;
});

describe('validateRoster()', () => {
	it('finds each of a hundred planted breaches, and names the agent', () => {
		const random = createRandom(11);
		const kinds = new Set<string>();
		for (let i = 0; i < 100; i++) {
			const victim = sound[random.below(sound.length)]!;
			const index = problem.agents.findIndex((a) => a.id === victim.agent);
			const changed = structuredClone(problem);
			const agent = changed.agents[index]!;
			const mine = sound.filter((s) => s.agent === victim.agent);
			const assignments = [...sound];
			const plants: [string, () => void][] = [
				['leave', () => void agent.daysOff.push(victim.day)],
				['availability', () => void (agent.availability = [])],
				['hours-per-day', () => void (agent.contract.maxHoursPerDay = 2)],
				['max-hours-per-week', () => void (agent.contract.maxHoursPerWeek = 3)],
				['min-hours-per-week', () => void (agent.contract.minHoursPerWeek = 60)],
				['days-off-per-week', () => void (agent.contract.minDaysOffPerWeek = 8 - mine.length)],
				['one-shift-a-day', () => void assignments.push(victim)],
				['shift-days', () => void (changed.shifts.find((s) => s.id === victim.shift)!.days = [])],
				['known', () => void assignments.push({ ...victim, shift: 'ghost' })],
				['known', () => void assignments.push({ ...victim, day: 99 })]
			];
			const [rule, plant] = plants[i % plants.length]!;
			plant();
			kinds.add(rule);
			const found = validateRoster(changed, { assignments });
			expect(found.valid).toBe(false);
			expect(
				found.violations.some((v) => v.rule === rule && v.agent === victim.agent),
				`plant ${i}: ${rule}`
			).toBe(true);
		}
		expect(kinds.size).toBe(9);
	});

	it('has no two rules of one name, each with a sentence', () => {
		expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length);
		for (const rule of RULES) expect(rule.sentence).toMatch(/^[A-Z].*\.$/);
	});

	it('sees the objective change when a shift is dropped', () => {
		const all = validateRoster(problem, { assignments: sound });
		const fewer = validateRoster(problem, { assignments: sound.slice(1) });
		expect(all.valid).toBe(true);
		expect(fewer.objective).not.toBeCloseTo(all.objective, 6);
	});
});
