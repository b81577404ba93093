import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { Metric } from '../metrics.ts';

/** One use of a module and what was measured, in sds of skill between agents; positive is better. */
export interface ModuleUse {
	module: string;
	metric: Metric;
	sds: number;
	error: number;
}
/** What is thought of a module before anybody has used it. */
export interface EffectPrior {
	module: string;
	metric: Metric;
	sds: number;
	sd: number;
}
/** What a module does, in sds; `sd` is of its mean, `between` from one use to the next. */
export interface LearnedEffect {
	module: string;
	metric: Metric;
	uses: number;
	mean: number;
	sd: number;
	between: number;
	probabilityHelps: number;
	/** Of the next use, 90 %. */
	low: number;
	high: number;
}

const Z90 = 1.6448536269514722;
/** Spread from use to use where the uses do not tell, and how many uses that opinion is worth. */
const PRIOR_BETWEEN = 0.2;
const PRIOR_WORTH = 4;

/**
 * Learns across uses: a random-effects meta-analysis for each module and metric, use = module's mean + what this use
 * had of its own + error of measurement, with the mean drawn to its prior. The spread between uses is one of all
 * modules of a metric (method of moments, DerSimonian & Laird 1986, with a weak prior): modules with two uses borrow it.
 *
 * Cost: O(uses).
 */
export function learnModules(priors: readonly EffectPrior[], uses: readonly ModuleUse[]): LearnedEffect[] {
	const byMetric = Map.groupBy(uses, ({ metric }) => metric);
	const between = new Map([...byMetric].map(([metric, of]) => [metric, betweenUses(of)]));
	return priors.map(({ module, metric, sds, sd }) => {
		const own = uses.filter((use) => use.module === module && use.metric === metric);
		const variance = between.get(metric) ?? PRIOR_BETWEEN ** 2;
		let [weight, top] = [1 / sd ** 2, sds / sd ** 2];
		for (const use of own) {
			const w = 1 / (use.error ** 2 + variance);
			weight += w;
			top += w * use.sds;
		}
		const mean = top / weight;
		const spread = Math.sqrt(1 / weight + variance);
		return {
			module,
			metric,
			uses: own.length,
			mean,
			sd: Math.sqrt(1 / weight),
			between: Math.sqrt(variance),
			probabilityHelps: normalCdf(mean * Math.sqrt(weight)),
			low: mean - Z90 * spread,
			high: mean + Z90 * spread
		};
	});
}

function betweenUses(uses: readonly ModuleUse[]): number {
	let [q, freedom, slope] = [0, 0, 0];
	for (const own of Map.groupBy(uses, ({ module }) => module).values()) {
		if (own.length < 2) continue;
		let [w, top, squares] = [0, 0, 0];
		for (const { sds, error } of own) {
			const weight = 1 / error ** 2;
			w += weight;
			top += weight * sds;
			squares += weight ** 2;
		}
		for (const { sds, error } of own) q += (sds - top / w) ** 2 / error ** 2;
		freedom += own.length - 1;
		slope += w - squares / w;
	}
	if (freedom === 0) return PRIOR_BETWEEN ** 2;
	const seen = Math.max(0, (q - freedom) / slope);
	return (PRIOR_WORTH * PRIOR_BETWEEN ** 2 + freedom * seen) / (PRIOR_WORTH + freedom);
}
