import { describe, expect, it } from 'vitest';
import { METRICS, type Metric } from '../metrics.ts';
import { findCauses } from './causes.ts';
import { adjustedPValues, mostCertain } from './false-discoveries.ts';
import { guardOf } from './guards.ts';
import type { Verdict } from './verdict.ts';

const verdict = (metric: Metric, sds: number, kind: Verdict['kind'] = sds < -0.8 ? 'gap' : 'fair'): Verdict =>
	({
		agent: 0,
		metric,
		kind,
		sds,
		gapProbability: sds < -0.8 ? 0.95 : 0.1,
		strengthProbability: sds > 0.8 ? 0.95 : 0.1,
		gapP: 0,
		strengthP: 1,
		standing: { estimate: sds * 0.1, sd: 0.02, cases: [] }
	}) as unknown as Verdict;
const causes = (of: Partial<Record<Metric, number>>) =>
	findCauses(METRICS.map((metric) => verdict(metric, of[metric] ?? 0))).map(({ cause, gaps }) => [
		cause,
		gaps.map(({ metric }) => metric).sort()
	]);

describe('adjustedPValues()', () => {
	it('rejects four of the fifteen of Benjamini & Hochberg’s example at 5 %', () => {
		const p = [
			0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
			0.759, 1
		];
		const adjusted = adjustedPValues(p);
		expect([...adjusted].filter((value) => value <= 0.05)).toHaveLength(4);
		expect(adjusted[0]).toBeCloseTo(0.0015, 6);
		expect(adjusted[14]).toBe(1);
		expect(adjustedPValues([])).toHaveLength(0);
	});
});

describe('mostCertain()', () => {
	it('goes on while the mean chance of being false stays within the share', () => {
		expect(mostCertain([0.5, 0.01, 0.15, 0.14], 0.1)).toEqual([1, 3, 2]);
		expect(mostCertain([0.2, 0.3], 0.1)).toEqual([]);
	});
});

describe('findCauses()', () => {
	it('pulls together what shares a cause', () => {
		expect(causes({ aht: -1, hold: -1.5, transfer: -1.2 })).toEqual([
			['knowledge', ['aht', 'hold', 'transfer']]
		]);
		expect(causes({ aht: -1.3 })).toEqual([['call-control', ['aht']]]);
		expect(causes({ acw: -1.4, aht: -0.3 })).toEqual([['wrap-up', ['acw']]]);
		expect(causes({ csat: -1, mood: -1.2 })).toEqual([['empathy', ['csat', 'mood']]]);
		expect(causes({ fcr: -1.3, recontact: -1.2 })).toEqual([['first-resolution', ['fcr', 'recontact']]]);
	});

	it('tells haste from not knowing: the same repeats after short contacts', () => {
		expect(causes({ fcr: -1.3, recontact: -1.2, aht: 1.4 })).toEqual([['rushing', ['fcr', 'recontact']]]);
	});

	it('names several where there are several, and every gap once', () => {
		expect(
			causes({ acw: -1.5, csat: -1.2, adherence: -1 })
				.map(([cause]) => cause)
				.sort()
		).toEqual(['adherence', 'empathy', 'wrap-up']);
		for (const metric of METRICS) expect(causes({ [metric]: -1.2 })).toHaveLength(1);
		expect(causes({})).toEqual([]);
	});
});

describe('guardOf()', () => {
	const of = (values: Partial<Record<Metric, number>>) => (metric: Metric) =>
		verdict(metric, values[metric] ?? 0);
	it('does not praise speed that customers pay for by coming back', () => {
		expect(guardOf('strength', 'aht', of({ recontact: -1.2 }))).toBe('recontact');
		expect(guardOf('strength', 'aht', of({}))).toBeNull();
	});
	it('does not blame time that solves more than anybody else does', () => {
		expect(guardOf('gap', 'aht', of({ fcr: 1.4 }))).toBe('fcr');
		expect(guardOf('gap', 'fcr', of({ aht: 1.4 }))).toBeNull();
	});
});
