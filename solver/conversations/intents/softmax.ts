/** Probabilities from margins divided by `temperature`; they add up to 1. */
export function softmax(margins: ArrayLike<number>, temperature = 1): number[] {
	const scaled = Array.from(margins, (margin) => margin / temperature);
	const most = Math.max(...scaled);
	const powers = scaled.map((margin) => Math.exp(margin - most));
	const sum = powers.reduce((total, power) => total + power, 0);
	return powers.map((power) => power / sum);
}
