import type { TimeZone } from '../history/index.ts';
import type { ShiftPart } from '../db/schema/index.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A shift as `addGiven` reads it: local minutes of its day, on the grid. */
export interface GivenShape {
	startMinute: number;
	lengthMinutes: number;
	breaks: { offsetMinute: number; lengthMinutes: number; paid: boolean; kind?: ShiftPart['kind'] }[];
}

/**
 * A stored shift in local minutes: what lies off the grid is rounded so that it is never longer, and its parts never
 * shorter, than they are. Null where nothing is left of it.
 *
 * @param midnight 00:00 of the first local day, as if it were UTC
 */
export function shapeOf(
	shift: { startAt: number; endAt: number; breaks: readonly ShiftPart[] },
	{ zone, midnight, grid }: { zone: TimeZone; midnight: number; grid: number }
): { day: number; shape: GivenShape } | null {
	const minuteOf = (at: number): number => (at + zone.offsetMs(at) - midnight) / MINUTE_MS;
	const down = (minute: number): number => Math.floor(minute / grid) * grid;
	const up = (minute: number): number => Math.ceil(minute / grid) * grid;
	const day = Math.floor((minuteOf(shift.startAt) * MINUTE_MS) / DAY_MS);
	const from = up(minuteOf(shift.startAt));
	const to = down(minuteOf(shift.endAt));
	if (to <= from) return null;
	let after = from;
	const breaks = [...shift.breaks]
		.sort((a, b) => a.startAt - b.startAt)
		.flatMap((part) => {
			const start = Math.max(after, down(minuteOf(part.startAt)));
			const end = Math.min(to, up(minuteOf(part.endAt)));
			if (end <= start) return [];
			after = end;
			return [
				{
					offsetMinute: start - from,
					lengthMinutes: end - start,
					paid: part.isPaid,
					...(part.kind && { kind: part.kind })
				}
			];
		});
	return { day, shape: { startMinute: from - day * 1440, lengthMinutes: to - from, breaks } };
}
