import type { Activity, PlannedShift, Segment } from './terms.ts';

/**
 * A person's shifts as one activity after another, in order of time, without gaps inside a shift. Where parts or shifts
 * overlap, the one that begins first holds.
 */
export function planSegments(shifts: readonly PlannedShift[]): Segment[] {
	const segments: Segment[] = [];
	let free = -Infinity;
	const add = (activity: Activity, fromMs: number, toMs: number) => {
		const from = Math.max(fromMs, free);
		if (toMs <= from) return;
		const last = segments.at(-1);
		if (last?.activity === activity && last.toMs === from && activity === 'work') last.toMs = toMs;
		else segments.push({ activity, fromMs: from, toMs });
		free = toMs;
	};
	for (const { startAt, endAt, breaks } of [...shifts].sort((a, b) => a.startAt - b.startAt)) {
		let at = startAt;
		for (const part of [...breaks].sort((a, b) => a.startAt - b.startAt)) {
			const [from, to] = [Math.max(part.startAt, at), Math.min(part.endAt, endAt)];
			if (to <= from) continue;
			add('work', at, from);
			add(part.kind ?? 'break', from, to);
			at = to;
		}
		add('work', at, endAt);
	}
	return segments;
}

/** What is planned at an instant; null where nothing is. */
export const segmentAt = (segments: readonly Segment[], atMs: number): Segment | null =>
	segments.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs) ?? null;
