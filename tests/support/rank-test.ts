import { normalCdf } from '#solver/numeric/normal-cdf.ts';

/**
 * Mann–Whitney: the probability, two-sided, of ranks as far apart as these where both samples come from the same
 * distribution. Normal approximation with the correction for ties and continuity: for 10 or more of each.
 *
 * Source: H. B. Mann, D. R. Whitney, Ann. Math. Statist. 18 (1947) 50–60.
 */
export function rankTest(a: readonly number[], b: readonly number[]): number {
	const all = [...a.map((value) => ({ value, isA: true })), ...b.map((value) => ({ value, isA: false }))];
	all.sort((x, y) => x.value - y.value);
	let [rankSum, ties] = [0, 0];
	for (let i = 0; i < all.length;) {
		let j = i;
		while (j < all.length && all[j]!.value === all[i]!.value) j++;
		const rank = (i + j + 1) / 2;
		for (let k = i; k < j; k++) if (all[k]!.isA) rankSum += rank;
		ties += (j - i) ** 3 - (j - i);
		i = j;
	}
	const [n, m] = [a.length, b.length];
	const total = n + m;
	const u = rankSum - (n * (n + 1)) / 2;
	const sd = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
	if (sd === 0) return 1;
	return Math.min(1, 2 * normalCdf(-Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / sd));
}
