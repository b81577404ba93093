/** Weighted sum of the models' forecasts. */
export function blend(forecasts: readonly number[], weights: readonly number[]): number {
	let sum = 0;
	for (let m = 0; m < weights.length; m++) sum += weights[m]! * forecasts[m]!;
	return sum;
}
