import { studentT975 } from '../../simulation/estimate.ts';
import type { Effect } from '../plan-check.ts';

/** Mean of paired differences with its 95 % interval (Student's t); unknown ones left out, null when all are. */
export function effectOf(differences: readonly (number | null)[]): Effect | null {
	const known = differences.filter((value): value is number => value !== null);
	const n = known.length;
	if (n === 0) return null;
	const mean = known.reduce((sum, value) => sum + value, 0) / n;
	if (n === 1) return { mean, low: -1, high: 1 };
	const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
	const half = studentT975(n - 1) * Math.sqrt(variance / n);
	return { mean, low: mean - half, high: mean + half };
}

/**
 * Difference of two shares on the same replications, with the interval of Agresti & Min (Statistics in Medicine 24, 2005:
 * half a case added to each of the four outcomes), which does not shrink to nothing when no replication differed.
 */
export function shareEffect(before: readonly boolean[], after: readonly boolean[]): Effect {
	const n = before.length;
	if (n === 0) return { mean: 0, low: -1, high: 1 };
	let gained = 0;
	let lost = 0;
	before.forEach((met, r) => {
		if (after[r] && !met) gained++;
		if (met && !after[r]) lost++;
	});
	const size = n + 2;
	const middle = (gained - lost) / size;
	const variance = (gained + lost + 1 - (gained - lost) ** 2 / size) / size ** 2;
	const half = 1.959963984540054 * Math.sqrt(variance);
	return {
		mean: (gained - lost) / n,
		low: Math.max(-1, Math.min(middle - half, (gained - lost) / n)),
		high: Math.min(1, Math.max(middle + half, (gained - lost) / n))
	};
}
