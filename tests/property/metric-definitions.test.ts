import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTally, periodNumbers } from '#lib/server/live/index.ts';
import {
	countsOf,
	formulaOf,
	isCounted,
	METRICS,
	METRIC_TERMS,
	writeFormula,
	type Metric,
	type MetricCounts
} from '#lib/contracts/metric-definitions.ts';
import { SERVICE_LEVEL_VARIANTS, type ServiceLevelVariant } from '#lib/contracts/terms.ts';

/** Works a formula out as it is read: signs, brackets, × and / before + and −. */
function workOut(formula: string, counts: MetricCounts): number {
	const signs = writeFormula(formula, (term) => String(counts[term])).match(/[\d.e+]*\d[\d.]*|[()+−×/]/g)!;
	const sum = (): number => {
		let value = product();
		while (signs[0] === '+' || signs[0] === '−') value += signs.shift() === '+' ? product() : -product();
		return value;
	};
	const product = (): number => {
		let value = atom();
		while (signs[0] === '×' || signs[0] === '/')
			value = signs.shift() === '×' ? value * atom() : value / atom();
		return value;
	};
	const atom = (): number => {
		const sign = signs.shift()!;
		if (sign !== '(') return Number(sign);
		const value = sum();
		signs.shift();
		return value;
	};
	return sum();
}

/** METRICS.md's check vector. */
const VECTOR = {
	...emptyTally(),
	offered: 1060,
	answered: 1000,
	abandoned: 60,
	answeredInThreshold: 860,
	abandonedInThreshold: 20,
	shortAbandoned: 10
};

describe('formulaOf()', () => {
	it.each([
		['answered-or-abandoned', '(An 860 + Ab 20) / (AN 1000 + AB 60)', 0.83],
		['of-answered', 'An 860 / AN 1000', 0.86],
		['of-offered', 'An 860 / (AN 1000 + AB 60)', 0.811],
		['less-abandons-in-threshold', 'An 860 / (AN 1000 + AB 60 − Ab 20)', 0.827],
		['less-short-abandons', 'An 860 / (AN 1000 + AB 60 − As 10)', 0.819]
	] as const)('gives the check vector’s service level %s', (variant, filled, level) => {
		const period = periodNumbers(VECTOR, variant);
		const counts = countsOf(period);
		const formula = formulaOf('service-level', variant)!;
		expect(writeFormula(formula, (term) => `${term} ${counts[term]}`)).toBe(filled);
		expect(workOut(formula, counts)).toBeCloseTo(level, 3);
		expect(period.serviceLevel).toBeCloseTo(level, 3);
	});

	it('worked out over any counts gives the number it stands beside', () => {
		const read: [Metric, (period: ReturnType<typeof periodNumbers>) => number | null][] = [
			['service-level', (period) => period.serviceLevel],
			['abandonment', (period) => period.abandonment],
			['asa', (period) => period.asaSeconds],
			['average-wait', (period) => period.averageWaitSeconds],
			['aht', (period) => period.ahtSeconds],
			['talk', (period) => period.talkSeconds],
			['hold', (period) => period.holdSeconds],
			['acw', (period) => period.wrapSeconds]
		];
		let compared = 0;
		fc.assert(
			fc.property(
				fc.record({
					answered: fc.nat(5_000),
					abandoned: fc.nat(900),
					shares: fc.tuple(...[1, 2, 3].map(() => fc.double({ min: 0, max: 1, noNaN: true }))),
					ms: fc.tuple(...[1, 2, 3, 4, 5].map(() => fc.nat(90_000_000)))
				}),
				fc.constantFrom(...SERVICE_LEVEL_VARIANTS),
				({ answered, abandoned, shares, ms }, variant: ServiceLevelVariant) => {
					const period = periodNumbers(
						{
							offered: answered + abandoned,
							answered,
							abandoned,
							flowedOut: 0,
							answeredInThreshold: Math.floor(answered * shares[0]!),
							abandonedInThreshold: Math.floor(abandoned * shares[1]!),
							shortAbandoned: Math.floor(abandoned * shares[2]!),
							answeredWaitMs: answered && ms[0]!,
							abandonedWaitMs: abandoned && ms[1]!,
							handled: answered,
							talkMs: answered && ms[2]!,
							holdMs: answered && ms[3]!,
							wrapMs: answered && ms[4]!
						},
						variant
					);
					for (const [metric, value] of read) {
						const shown = value(period);
						if (shown === null) continue;
						compared++;
						const worked = workOut(formulaOf(metric, variant)!, countsOf(period));
						expect(worked, metric).toBeCloseTo(shown, 6);
					}
				}
			),
			{ seed: 20261128 }
		);
		expect(compared).toBeGreaterThan(400);
	});

	it('names only terms that are known', () => {
		for (const metric of METRICS)
			for (const variant of SERVICE_LEVEL_VARIANTS) {
				const formula = formulaOf(metric, variant);
				if (formula) writeFormula(formula, (term) => (expect(METRIC_TERMS).toHaveProperty(term), term));
			}
		expect(isCounted('busy / (busy + idle)', countsOf(periodNumbers(VECTOR, 'of-offered')))).toBe(false);
	});
});
