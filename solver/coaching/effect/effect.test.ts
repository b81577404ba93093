import { beforeAll, describe, expect, it } from 'vitest';
import { compareAgents } from '../compare/compare-agents.ts';
import type { Comparison } from '../compare/compare-metric.ts';
import { simulateCentre } from '../testing/simulate-centre.ts';
import { learnModules } from './learn-modules.ts';
import { measureEffect } from './measure-effect.ts';
import { windowMean } from './window.ts';

const DAY = 42;
const options = { agents: 90, weeks: 12, seed: 31 };

describe('measureEffect()', () => {
	let facts: ReturnType<typeof simulateCentre>['facts'];
	let comparison: Comparison;
	let truth: ReturnType<typeof simulateCentre>['truth'];
	let worst: number[];
	beforeAll(() => {
		const before = simulateCentre(options);
		const first = compareAgents(before.facts, ['aht']).metrics.get('aht')!;
		worst = before.facts.agents
			.map((_, agent) => ({ agent, seen: windowMean(first, before.facts.agents, agent, 0, DAY) }))
			.filter(({ seen }) => (seen?.days ?? 0) >= 15)
			.sort((a, b) => a.seen!.mean - b.seen!.mean)
			.slice(0, 16)
			.map(({ agent }) => agent);
		// Every second of the worst is coached and learns a lot; the others are only looked at.
		const coached = worst
			.filter((_, i) => i % 2 === 0)
			.map((agent) => ({ agent, day: DAY, skill: 'aht' as const, lowers: 1.5 }));
		({ facts, truth } = simulateCentre({ ...options, coached }));
		comparison = compareAgents(facts, ['aht']).metrics.get('aht')!;
	});
	const measure = (agent: number, day = DAY) =>
		measureEffect(facts, comparison, { agent, day, alsoCoached: new Set(worst) });

	it('finds what the coached have learned, and nothing where nobody was coached', () => {
		const found = worst.map((agent) => measure(agent));
		let [learned, idle, n] = [0, 0, 0];
		found.forEach((effect, i) => {
			if (effect.kind !== 'measured') return;
			expect(effect.low).toBeLessThan(effect.effect);
			if (i % 2 === 0) learned += effect.effect - truth.effect('aht', worst[i]!);
			else {
				idle += effect.effect;
				n++;
			}
		});
		expect(n).toBeGreaterThan(4);
		// An sd is about 0.11.
		expect(Math.abs(learned / 8)).toBeLessThan(0.035);
		expect(Math.abs(idle / n)).toBeLessThan(0.035);
		const helped = found.filter((effect, i) => i % 2 === 0 && effect.kind === 'measured' && effect.low > 0);
		expect(helped.length).toBeGreaterThan(4);
	});

	it('says that it is too early, and how long it takes', () => {
		const answer = measure(worst[0]!, facts.days - 3);
		if (answer.kind !== 'too-early') throw new Error(`wanted too early, got ${answer.kind}`);
		expect(answer.days).toBeGreaterThan(0);
		expect(measure(worst[0]!, facts.days)).toEqual({ kind: 'too-early', days: 5 });
	});

	it('does not tell what was not seen before, or of nobody', () => {
		expect(measure(worst[0]!, 3)).toEqual({ kind: 'untellable', because: 'before' });
		expect(() => measure(900)).toThrow(/agent "900" must be an index below 90/);
		const everybody = new Set(facts.agents.keys());
		expect(measureEffect(facts, comparison, { agent: worst[0]!, day: DAY, alsoCoached: everybody })).toEqual({
			kind: 'untellable',
			because: 'controls'
		});
	});
});

describe('learnModules()', () => {
	const prior = { module: 'm', metric: 'aht' as const, sds: 0.3, sd: 0.3 };
	const use = (sds: number, error = 0.15) => ({ module: 'm', metric: 'aht' as const, sds, error });
	const learn = (...uses: ReturnType<typeof use>[]) => learnModules([prior], uses)[0]!;

	it('is the prior before the first use', () => {
		expect(learn().uses).toBe(0);
		expect(learn().mean).toBeCloseTo(0.3);
		expect(learn().sd).toBeCloseTo(0.3);
	});
	it('comes to the mean of many uses, and is surer with each', () => {
		const many = learn(...Array.from({ length: 30 }, (_, i) => use(0.8 + 0.1 * Math.sin(i))));
		expect(many.mean).toBeCloseTo(0.8, 1);
		expect(many.sd).toBeLessThan(learn(use(0.8), use(0.8)).sd);
		expect(many.probabilityHelps).toBeGreaterThan(0.99);
	});
	it('takes uses that differ more than their errors as differing, and says so of the next one', () => {
		const alike = learn(...Array.from({ length: 10 }, (_, i) => use(0.5 + 0.1 * Math.sin(i))));
		const apart = learn(...Array.from({ length: 10 }, (_, i) => use(0.5 + 0.8 * Math.sin(i))));
		expect(apart.between).toBeGreaterThan(alike.between + 0.2);
		expect(apart.high - apart.low).toBeGreaterThan(alike.high - alike.low);
	});
	it('believes a loose measurement less', () => {
		expect(learn(use(1, 0.1)).mean).toBeGreaterThan(learn(use(1, 1)).mean);
	});
});
