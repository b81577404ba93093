/**
 * Quantile of Student's t distribution for whole degrees of freedom, by bisection of its distribution function in
 * closed form (Abramowitz and Stegun 26.7.3 and 26.7.4).
 *
 * @param probability 0.5 ≤ p < 1
 * @param freedom whole number ≥ 1
 * @throws RangeError outside that domain
 */
export function studentQuantile(probability: number, freedom: number): number {
	if (!(probability >= 0.5 && probability < 1) || !Number.isInteger(freedom) || freedom < 1)
		throw new RangeError(
			`Student's quantile: probability "${probability}" must lie in 0.5 … 1 and freedom "${freedom}" be a whole number of at least 1.`
		);
	let [low, high] = [0, 1];
	while (studentCdf(high, freedom) < probability) high *= 2;
	for (let i = 0; i < 80; i++) {
		const middle = (low + high) / 2;
		if (studentCdf(middle, freedom) < probability) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** P(T ≤ t) for t ≥ 0. */
function studentCdf(t: number, freedom: number): number {
	const angle = Math.atan(t / Math.sqrt(freedom));
	const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
	const isOdd = freedom % 2 === 1;
	let [term, sum] = isOdd ? [cos, freedom > 1 ? cos : 0] : [1, 1];
	for (let k = isOdd ? 3 : 2; k <= freedom - 2; k += 2) {
		term *= ((k - 1) / k) * cos * cos;
		sum += term;
	}
	const within = isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
	return 0.5 + within / 2;
}
