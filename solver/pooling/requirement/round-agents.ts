/**
 * Whole agents by group with the given total, each nearest to what was wanted (largest remainders first), none beyond
 * its limit; less than the total when the limits allow no more.
 */
export function roundAgents(wanted: ArrayLike<number>, limits: ArrayLike<number>, total: number): Int32Array {
	const agents = Int32Array.from(wanted, (amount, g) => Math.min(limits[g]!, Math.floor(amount + 1e-9)));
	let missing = total - agents.reduce((sum, n) => sum + n, 0);
	const most = (sign: 1 | -1, allowed: (g: number) => boolean) => {
		let best = -1;
		let bestBy = -Infinity;
		for (let g = 0; g < agents.length; g++) {
			const by = sign * (wanted[g]! - agents[g]!);
			// Groups that nobody asked for stay empty as long as others can take it.
			if (allowed(g) && by - (wanted[g]! > 0 ? 0 : 1e6) > bestBy) {
				best = g;
				bestBy = by - (wanted[g]! > 0 ? 0 : 1e6);
			}
		}
		return best;
	};
	for (; missing > 0; missing--) {
		const g = most(1, (group) => agents[group]! < limits[group]!);
		if (g < 0) break;
		agents[g]!++;
	}
	for (; missing < 0; missing++) agents[most(-1, (group) => agents[group]! > 0)]!--;
	return agents;
}
