/**
 * The most even work plan whose running total stays between two rising curves: the taut string from 0 to `end`.
 *
 * The running total bends up only where it touches the ceiling and down only where it touches the floor, so no other
 * plan has a lower peak, nor a lower sum of any convex function of an interval's work (Veinott 1971, "Least
 * d-majorized network flows with inventory and statistical applications"). Cost O(n) to O(n²).
 *
 * @param floor what must be done by the end of each interval, rising, never above the ceiling
 * @param ceiling what can be done by then, rising
 * @param end what is done at the end, between the two
 * @returns the work of each interval; its sum is `end`
 */
export function levelledWork(floor: readonly number[], ceiling: readonly number[], end: number): number[] {
	const n = floor.length;
	const work: number[] = [];
	let done = 0;
	while (work.length < n) {
		const start = work.length;
		// The widest fan of rates that keeps to the curves, and where each side of it was last narrowed.
		let [least, most] = [-Infinity, Infinity];
		let [leastAt, mostAt] = [start, start];
		let [rate, until] = [0, n - 1];
		for (let i = start; i < n; i++) {
			const low = ((i === n - 1 ? end : floor[i]!) - done) / (i - start + 1);
			const high = ((i === n - 1 ? end : ceiling[i]!) - done) / (i - start + 1);
			if (low > most) {
				[rate, until] = [most, mostAt];
				break;
			}
			if (high < least) {
				[rate, until] = [least, leastAt];
				break;
			}
			if (low >= least) [least, leastAt] = [low, i];
			if (high <= most) [most, mostAt] = [high, i];
			[rate, until] = [least, leastAt];
		}
		for (let i = start; i <= until; i++) work.push(Math.max(0, rate));
		done += rate * (until - start + 1);
	}
	return work;
}
