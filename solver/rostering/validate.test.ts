import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
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
