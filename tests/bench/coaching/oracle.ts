import type { FairComparison } from '#solver/coaching/index.ts';
import { mostCertain } from '#solver/coaching/findings/false-discoveries.ts';
import { createRandom } from '#solver/numeric/random.ts';
import type { Truth } from '#solver/coaching/testing/truth.ts';
import { flagOf, WORTH_A_WORD } from './tally.ts';

/**
 * The limit of what the data can tell: a judge who knows the distribution of true skills and every standard error, and
 * sees the truth through just that error. Flags the most certain until a tenth is expected to be wrong.
 */
export function oracleFlags(comparison: FairComparison, truth: Truth, seed: number): Set<string> {
	const random = createRandom(seed).fork('oracle');
	const names: string[] = [];
	const chances: number[] = [];
	for (const [metric, { standings }] of comparison.metrics) {
		const { sds, sd } = truth.skills(metric);
		const all = sds.filter((value) => value !== null);
		for (const { agent, error } of standings) {
			const noise = error / sd;
			const seen = sds[agent]! + noise * random.normal();
			let [gap, total] = [0, 0];
			for (const skill of all) {
				const density = Math.exp(-((seen - skill) ** 2) / (2 * noise * noise));
				total += density;
				if (skill <= WORTH_A_WORD) gap += density;
			}
			names.push(flagOf(metric, agent));
			chances.push(total > 0 ? 1 - gap / total : 1);
		}
	}
	return new Set(mostCertain(chances, 0.1).map((i) => names[i]!));
}
