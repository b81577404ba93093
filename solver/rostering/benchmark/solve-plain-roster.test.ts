import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseProblem } from '../parse-problem.ts';
import { solveRoster } from '../solve-roster.ts';
import { solvePlainRoster } from './solve-plain-roster.ts';

const golden = new URL('../../../tests/golden/rostering/small-centre.json', import.meta.url);
const input = JSON.parse(readFileSync(golden, 'utf8')) as { agents: object[] };

it('solvePlainRoster() and solveRoster() each stay above what the other proves', async () => {
	const problem = parseProblem(input);
	const plain = (await solvePlainRoster(problem, 10, 1))!;
	let ticks = 0;
	const ours = await solveRoster(problem, { seconds: 1e9, now: () => (ticks += 1), maxSteps: 10_000 });
	expect(plain.objective).toBeGreaterThanOrEqual(ours.lowerBound! - 1e-6);
	expect(ours.objective).toBeGreaterThanOrEqual(plain.bound - 1e-6);
	expect(plain.objective).toBeCloseTo(ours.objective!, 6);
});

it('solvePlainRoster() is not tried where it is too large', async () => {
	const many = Array.from({ length: 5_000 }, (_, i) => ({ ...input.agents[0], id: `a${i}` }));
	expect(await solvePlainRoster(parseProblem({ ...input, agents: many }), 1, 1)).toBeNull();
});
