import { describe, expect, it } from 'vitest';
import { judgeAgents } from '../findings/judge-agents.ts';
import { FactBuilder } from '../facts/fact-builder.ts';
import { METRICS } from '../metrics.ts';
import { simulateCentre } from '../testing/simulate-centre.ts';
import { twoQueues, type Person } from '../testing/two-queues.ts';
import { compareAgents } from './compare-agents.ts';

/** Twenty on easy work, twenty on hard, ten on both. */
const crew = (slower: (i: number) => number = () => 0): Person[] =>
	Array.from({ length: 50 }, (_, i) => ({
		id: `p${i}`,
		hardShare: i < 20 ? 0 : i < 40 ? 1 : 0.5,
		slower: slower(i)
	}));
const spread = (i: number): number => 0.1 * Math.sin(i * 2.4);
const estimates = (people: Person[], options = {}) => {
	const facts = twoQueues({ people, ...options });
	const { standings } = compareAgents(facts, ['aht']).metrics.get('aht')!;
	return new Map(standings.map((s) => [facts.agents[s.agent]!.id, s]));
};

describe('compareAgents(): fair to what each was given', () => {
	it('gives agents of equal skill on an easy and a hard queue equal verdicts', () => {
		for (const seed of [1, 2, 3]) {
			const facts = twoQueues({ people: crew(), seed });
			const comparison = compareAgents(facts);
			// Plain averages differ by half as much again and more.
			const raw = (a: number) => {
				let [sum, n] = [0, 0];
				for (let i = 0; i < facts.rows; i++)
					if (facts.agent[i] === a) [sum, n] = [sum + facts.sums.talkSeconds[i]!, n + 1];
				return sum / n;
			};
			expect(raw(25) / raw(5)).toBeGreaterThan(1.7);
			const verdicts = judgeAgents(comparison);
			expect(verdicts).toHaveLength(100);
			expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['fair']));
		}
	});

	it('sees a slow one on either queue alike', () => {
		const slow = crew((i) => (i === 5 || i === 25 ? 0.3 : spread(i)));
		const facts = twoQueues({ people: slow });
		const gaps = judgeAgents(compareAgents(facts, ['aht'])).filter(({ kind }) => kind === 'gap');
		expect(gaps.map(({ agent }) => agent)).toEqual(expect.arrayContaining([5, 25]));
		const [one, other] = [5, 25].map((a) => gaps.find(({ agent }) => agent === a)!.standing.estimate);
		expect(Math.abs(one! - other!)).toBeLessThan(0.06);
	});

	it('does not think a queue easy because the quick sit on it, where some work on both', () => {
		// All on the hard queue are quicker by a sixth; those on both are of mean skill.
		const found = estimates(crew((i) => (i < 20 ? 0.08 : i < 40 ? -0.08 : 0)));
		const mean = (from: number, to: number) => {
			let sum = 0;
			for (let i = from; i < to; i++) sum += found.get(`p${i}`)!.raw;
			return sum / (to - from);
		};
		expect(mean(20, 40) - mean(0, 20)).toBeGreaterThan(0.1);
	});
});

describe('compareAgents(): what must not matter', () => {
	const people = crew(spread);
	const plain = estimates(people);

	it('the order of the agents', () => {
		const turned = estimates([...people].reverse());
		for (const [id, { raw, estimate, sd }] of plain) {
			expect(turned.get(id)!.raw).toBeCloseTo(raw, 8);
			expect(turned.get(id)!.estimate).toBeCloseTo(estimate, 8);
			expect(turned.get(id)!.sd).toBeCloseTo(sd, 8);
		}
	});

	it('the unit of time', () => {
		const minutes = estimates(people, { scale: 1 / 60 });
		for (const [id, { estimate, expected }] of plain) {
			expect(minutes.get(id)!.estimate).toBeCloseTo(estimate, 4);
			expect(minutes.get(id)!.expected * 60).toBeCloseTo(expected, 0);
		}
	});

	it('a queue that none of them serves', () => {
		const beside = estimates(people, { elsewhere: 10 });
		for (const [id, { estimate }] of plain)
			expect(Math.abs(beside.get(id)!.estimate - estimate)).toBeLessThan(0.015);
	});
});

describe('compareAgents() in a centre of which the truth is known', () => {
	it('is off by as much as it says: the errors are one standard error wide, in every metric', () => {
		const { facts, truth } = simulateCentre({ agents: 120, weeks: 6, seed: 77 });
		const { metrics } = compareAgents(facts);
		expect(metrics.size).toBeGreaterThanOrEqual(METRICS.length - 1);
		for (const [metric, { standings, spread: sd }] of metrics) {
			const { sds, sd: trueSd } = truth.skills(metric);
			const squares = standings.map((s) => ((s.raw - sds[s.agent]! * trueSd) / s.error) ** 2);
			const width = Math.sqrt(squares.reduce((sum, z) => sum + z, 0) / squares.length);
			expect(width, metric).toBeGreaterThan(0.75);
			expect(width, metric).toBeLessThan(1.35);
			expect(sd / trueSd, metric).toBeGreaterThan(0.7);
			expect(sd / trueSd, metric).toBeLessThan(1.4);
		}
	});
});

describe('compareAgents() of little or nothing', () => {
	it('has no metric where nobody has an observation', () => {
		expect(compareAgents(new FactBuilder([{ id: 'a', tenureDays: 1 }], 5).build()).metrics.size).toBe(0);
		expect(compareAgents(new FactBuilder([], 1).build()).metrics.size).toBe(0);
	});

	it('says of a newcomer with few contacts how many more it takes', () => {
		const people = [...crew(spread), { id: 'new', hardShare: 0, slower: 0.1, contactsPerDay: 0.4 }];
		const facts = twoQueues({ people });
		const verdict = judgeAgents(compareAgents(facts, ['aht'])).find(({ agent }) => agent === 50)!;
		expect(verdict.kind).toBe('thin');
		if (verdict.kind !== 'thin' || verdict.needed.kind !== 'time') throw new Error('wanted a time');
		expect(verdict.needed.observations).toBeGreaterThan(10);
		expect(Math.abs(verdict.standing.estimate)).toBeLessThan(0.1);
	});

	it('judges one or two agents without a word too many', () => {
		for (const count of [1, 2]) {
			const facts = twoQueues({ people: crew(() => 0.5).slice(0, count) });
			for (const { kind, standing } of judgeAgents(compareAgents(facts))) {
				expect(['fair', 'thin']).toContain(kind);
				expect(Number.isFinite(standing.reached) && Number.isFinite(standing.expected)).toBe(true);
			}
		}
	});

	it('refuses facts of strangers and of days that are not', () => {
		const builder = new FactBuilder([{ id: 'a', tenureDays: null }], 5);
		const row = { agent: 'a', day: 0, queue: 'q', channel: 'voice', intent: null, band: 'b' };
		expect(() => builder.add({ ...row, agent: 'b' })).toThrow(/agent "b" is none of the 1 named/);
		expect(() => builder.add({ ...row, day: 5 })).toThrow(/day "5" must be a whole number from 0 to 4/);
		expect(() => new FactBuilder([], 0)).toThrow(/days "0"/);
	});
});
