import { studentQuantile } from './student-quantile.ts';

/** A total score, 0–1, that an evaluator gave to a contact. */
export interface GivenScore {
	evaluator: string;
	contact: string;
	score: number;
}

export interface Leniency {
	evaluator: string;
	/** Contacts that somebody else scored as well. */
	contacts: number;
	/** Mean distance from the others' mean on the same contacts, in score (−1…1): above 0 = lenient. */
	difference: number;
	/** Two-sided interval over contacts; null with fewer than two. */
	interval: { low: number; high: number } | null;
	/** `strict` or `lenient` only where the interval leaves out 0. */
	verdict: 'strict' | 'lenient' | 'in-line' | 'too-few';
}

/**
 * Who gives lower or higher scores than the others do for the same contacts: the mean of the paired differences with
 * Student's interval. Contacts are taken as independent; the others are no truth, only the company.
 *
 * @param level probability that the interval covers the difference
 */
export function leniency(given: readonly GivenScore[], level = 0.9): Leniency[] {
	const byContact = Map.groupBy(given, ({ contact }) => contact);
	const evaluators = [...new Set(given.map(({ evaluator }) => evaluator))].sort();
	return evaluators.flatMap((evaluator): Leniency[] => {
		const differences = [...byContact.values()].flatMap((scores) => {
			const own = scores.find((one) => one.evaluator === evaluator);
			const others = scores.filter((one) => one.evaluator !== evaluator);
			if (!own || others.length === 0) return [];
			return [own.score - others.reduce((sum, { score }) => sum + score, 0) / others.length];
		});
		const n = differences.length;
		if (n === 0) return [];
		const difference = differences.reduce((sum, one) => sum + one, 0) / n;
		if (n === 1) return [{ evaluator, contacts: n, difference, interval: null, verdict: 'too-few' }];
		const variance = differences.reduce((sum, one) => sum + (one - difference) ** 2, 0) / (n - 1);
		const half = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n);
		const interval = { low: difference - half, high: difference + half };
		const verdict = interval.high < 0 ? 'strict' : interval.low > 0 ? 'lenient' : 'in-line';
		return [{ evaluator, contacts: n, difference, interval, verdict }];
	});
}
