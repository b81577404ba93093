/**
 * (1 − B)/B for Erlang's loss probability B, the odds that an arrival finds a free server in M/M/n/n.
 *
 * Kept as odds because both B and 1 − B are wanted to full relative precision, and either may be tiny. It is the
 * sum n/A + n(n−1)/A² + … of positive terms (Jagerman 1974, "Some properties of the Erlang loss function", eq. 4),
 * run from the largest index down and stopped when a term no longer counts: about 9·√A terms near A = n, never
 * more than n. Becomes Infinity, correctly, where B is below 1e-308.
 *
 * @param loadErlangs A ≥ 0
 * @param agents n, whole and ≥ 0
 */
export function blockingOdds(loadErlangs: number, agents: number): number {
	if (agents === 0) return 0;
	if (loadErlangs === 0) return Infinity;
	const inverseLoad = 1 / loadErlangs;
	let term = 1;
	let sum = 0;
	for (let k = agents; k >= 1; k--) {
		term *= k * inverseLoad;
		sum += term;
		if (term < sum * 1e-17) return sum;
		if (sum === Infinity) return sum;
	}
	return sum;
}
