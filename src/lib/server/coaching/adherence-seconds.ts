/** Milliseconds since 1970 UTC. */
export interface Span {
	from: number;
	to: number;
}

/**
 * Seconds of the shifts, and those of them that were exceptions: off work where work was planned, at work where a break
 * was. Pure. METRICS: adherence = 1 − exception / scheduled.
 */
export function adherenceSeconds(
	shifts: readonly Span[],
	breaks: readonly Span[],
	atWork: readonly Span[]
): { scheduled: number; exception: number } {
	const edges = [...new Set([...shifts, ...breaks, ...atWork].flatMap(({ from, to }) => [from, to]))].sort(
		(a, b) => a - b
	);
	const covers = (spans: readonly Span[], at: number): boolean =>
		spans.some(({ from, to }) => from <= at && at < to);
	let [scheduled, exception] = [0, 0];
	for (let i = 0; i + 1 < edges.length; i++) {
		const at = edges[i]!;
		if (!covers(shifts, at)) continue;
		const seconds = (edges[i + 1]! - at) / 1000;
		scheduled += seconds;
		if (covers(atWork, at) === covers(breaks, at)) exception += seconds;
	}
	return { scheduled, exception };
}
