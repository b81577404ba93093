import type { ShiftTemplate } from '#solver/rostering/index.ts';
import type { ShiftPart } from '../db/schema/index.ts';

export type Shape = Pick<ShiftTemplate, 'startMinute' | 'lengthMinutes' | 'breaks'>;

/** A shift, or a piece of one, as far as its time goes. */
interface Stretch {
	startAt: number;
	endAt: number;
	breaks: ShiftPart[];
}

const DAY_MINUTES = 1_440;

/** Pieces of one day as the one shift that the engine gives a person: between them are gaps without pay. */
export function wholeOf(pieces: readonly Stretch[]): Stretch {
	const inOrder = [...pieces].sort((a, b) => a.startAt - b.startAt);
	const gaps = inOrder
		.slice(1)
		.map(({ startAt }, i) => ({ startAt: inOrder[i]!.endAt, endAt: startAt, isPaid: false }));
	return {
		startAt: inOrder[0]!.startAt,
		endAt: inOrder.at(-1)!.endAt,
		breaks: [...inOrder.flatMap(({ breaks }) => breaks), ...gaps].sort((a, b) => a.startAt - b.startAt)
	};
}

/**
 * A shift in the minutes of the roster engine: what lies off the grid is rounded so that it is never longer, and
 * its parts never shorter, than they are. Null where nothing is left of it.
 *
 * @param minuteOf an instant's minute, counted from the midnight of day 0
 * @param grid minutes; 1 keeps it as it is
 */
export function shapeOf(
	{ startAt, endAt, breaks }: Stretch,
	minuteOf: (at: number) => number,
	grid: number
): { day: number; shape: Shape } | null {
	const down = (at: number): number => Math.floor(minuteOf(at) / grid) * grid;
	const up = (at: number): number => Math.ceil(minuteOf(at) / grid) * grid;
	const day = Math.floor(minuteOf(startAt) / DAY_MINUTES);
	const [from, to] = [up(startAt), down(endAt)];
	if (to <= from) return null;
	let after = from;
	const parts = [...breaks]
		.sort((a, b) => a.startAt - b.startAt)
		.flatMap((part) => {
			const start = Math.max(after, down(part.startAt));
			const end = Math.min(to, up(part.endAt));
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
	return {
		day,
		shape: { startMinute: from - day * DAY_MINUTES, lengthMinutes: to - from, breaks: parts }
	};
}
