/**
 * The smallest whole number in [minimum, maximum] for which `holds` is true, given that it stays true from there on.
 *
 * Gallops outward from a guess and then halves, so a guess that is off by d costs about 2·log₂(d) calls, and an exact
 * one two.
 *
 * @param guess where to begin; clamped to the bounds
 * @returns null when `holds` is false up to and including `maximum`
 * @throws RangeError unless the bounds are whole numbers with minimum ≤ maximum and the guess is a number
 * @example smallestInteger((n) => n * n >= 50, 10, 0, 100) // 8
 */
export function smallestInteger(
	holds: (n: number) => boolean,
	guess: number,
	minimum: number,
	maximum: number
): number | null {
	if (
		!Number.isSafeInteger(minimum) ||
		!Number.isSafeInteger(maximum) ||
		minimum > maximum ||
		Number.isNaN(guess)
	)
		throw new RangeError(
			`Searching a whole number: guess "${guess}" in "${minimum}" to "${maximum}" must be a number in whole, rising bounds.`
		);
	// Invariant: everything up to `low` fails, `high` and beyond hold.
	let low = minimum - 1;
	let high = maximum + 1;
	let at = Math.min(maximum, Math.max(minimum, Math.round(guess)));
	for (let step = 1; low < at && at < high; step *= 2) {
		if (holds(at)) {
			high = at;
			if (low >= minimum) break;
			at = Math.max(minimum, at - step);
		} else {
			low = at;
			if (high <= maximum) break;
			at = Math.min(maximum, at + step);
		}
	}
	while (high - low > 1) {
		const middle = low + Math.floor((high - low) / 2);
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high > maximum ? null : high;
}
