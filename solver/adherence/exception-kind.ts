import type { Activity, ExceptionKind, Segment, Span } from './terms.ts';

const PAUSES: ReadonlySet<string> = new Set(['break', 'lunch']);
const OFF: ReadonlySet<string> = new Set(['offline']);
const ACTIVITIES: ReadonlySet<string> = new Set(['training', 'meeting']);

/**
 * What a stretch is called, by the state in which it began and what is planned on both sides of it.
 *
 * @param index of the segment that it falls in; −1 where nothing is planned
 */
export function exceptionKind(
	segments: readonly Segment[],
	index: number,
	{ first, fromMs, toMs }: Span & { first: string }
): ExceptionKind {
	const segment = segments[index];
	if (!segment) return 'unscheduled';
	const before = adjacent(segments[index - 1], segment);
	const after = adjacent(segment, segments[index + 1]) ? segments[index + 1]!.activity : null;
	const activityBefore = before ? segments[index - 1]!.activity : null;
	const fromStart = fromMs === segment.fromMs;
	const toEnd = toMs === segment.toMs;
	if (OFF.has(first)) {
		if (fromStart && !before) return toEnd && after === null ? 'absent' : 'late';
		return toEnd && after === null ? 'left-early' : 'offline';
	}
	if (isPause(segment.activity)) {
		if (PAUSES.has(first) || ACTIVITIES.has(first)) return 'off-plan';
		return fromStart ? 'late-break' : 'early-back';
	}
	if (segment.activity !== 'work') return 'off-plan';
	if (fromStart && activityBefore !== null && isLike(activityBefore, first)) return 'overstayed';
	if (!PAUSES.has(first)) return 'off-plan';
	return toEnd && after !== null && isPause(after) ? 'early-break' : 'unplanned-break';
}

const isPause = (activity: Activity): boolean => PAUSES.has(activity);
const isLike = (activity: Activity, state: string): boolean =>
	activity === state || (isPause(activity) && PAUSES.has(state));

/** Whether one follows the other without a gap. */
const adjacent = (a: Segment | undefined, b: Segment | undefined): boolean =>
	a !== undefined && b !== undefined && a.toMs === b.fromMs;
