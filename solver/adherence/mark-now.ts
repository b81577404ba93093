import { isRight } from './judge.ts';
import { segmentAt } from './plan-segments.ts';
import type { AdherenceTerms, Segment } from './terms.ts';

/**
 * Whether a person does now what is planned: `in` or `out`; `free` where nothing is planned; null where no state is
 * known, or no schedule. A departure is `out` once it has outlasted the grace, counted from the later of the state's
 * and the planned activity's beginning.
 */
export function markNow(
	segments: readonly Segment[] | undefined,
	state: string | null,
	sinceMs: number | null,
	terms: AdherenceTerms,
	nowMs: number
): 'in' | 'out' | 'free' | null {
	if (!segments || state === null) return null;
	const segment = segmentAt(segments, nowMs);
	if (!segment) return 'free';
	if (isRight(terms, state, segment.activity)) return 'in';
	const since = Math.max(segment.fromMs, sinceMs ?? segment.fromMs);
	return (nowMs - since) / 1000 > terms.graceSeconds[segment.activity] ? 'out' : 'in';
}
