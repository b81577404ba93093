/** Pearson's correlation. */
export function pearson(a: readonly number[], b: readonly number[]): number {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [meanA, meanB] = [mean(a), mean(b)];
	let [ab, aa, bb] = [0, 0, 0];
	a.forEach((value, i) => {
		ab += (value - meanA) * (b[i]! - meanB);
		aa += (value - meanA) ** 2;
		bb += (b[i]! - meanB) ** 2;
	});
	return ab / Math.sqrt(aa * bb);
}

/** Mean over the three labels of the harmonic mean of precision and recall. */
export function macroF1(actual: readonly number[], predicted: readonly number[]): number {
	const f1 = ([-1, 0, 1] as const).map((label) => {
		const hit = actual.filter((value, i) => value === label && predicted[i] === label).length;
		const said = predicted.filter((value) => value === label).length;
		const were = actual.filter((value) => value === label).length;
		return (2 * hit) / (said + were || 1);
	});
	return f1.reduce((sum, value) => sum + value, 0) / 3;
}
