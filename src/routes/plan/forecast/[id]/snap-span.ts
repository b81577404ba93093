import type { Span } from './join-spans.ts';

/**
 * A stretch drawn over a chart as whole points of it (days or intervals): those whose start it covers, the one it
 * begins in too. Null where it covers none.
 *
 * @param starts of the points, in order
 * @param endOf the end of the point that begins then
 */
export function snapSpan(
	{ fromAt, toAt }: Span,
	starts: readonly number[],
	endOf: (startAt: number) => number
): Span | null {
	const covered = starts.filter((at) => at < toAt && endOf(at) > fromAt);
	return covered.length > 0 ? { fromAt: covered[0]!, toAt: endOf(covered.at(-1)!) } : null;
}
