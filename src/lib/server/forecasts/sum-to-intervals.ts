/**
 * Sums finer counts, in order of time, to longer intervals of the local clock; an instant is kept as the one at
 * which its interval began.
 */
export function sumToIntervals(
	rows: readonly { startMs: number; offered: number }[],
	intervalSeconds: number,
	offsetMs: (utcMs: number) => number
): { at: number; offered: number }[] {
	const step = intervalSeconds * 1000;
	const sums = new Map<number, number>();
	for (const { startMs, offered } of rows) {
		const local = startMs + offsetMs(startMs);
		const at = startMs - (((local % step) + step) % step);
		sums.set(at, (sums.get(at) ?? 0) + offered);
	}
	return [...sums].map(([at, offered]) => ({ at, offered }));
}
