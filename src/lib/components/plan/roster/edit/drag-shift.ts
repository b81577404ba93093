import {
	movedTo,
	partAt,
	snap,
	stretched,
	withPartAt,
	type PlacedShift
} from '#solver/rostering/edit/index.ts';
import { xOf, type GridPlace, type GridShape, type Scroll } from './grid-geometry.ts';

/** What of a shift was taken hold of. */
export type Grip = { kind: 'whole' } | { kind: 'start' } | { kind: 'end' } | { kind: 'part'; place: number };

export interface Drag {
	shift: PlacedShift;
	grip: Grip;
	/** Where it was taken. */
	from: GridPlace;
}

/** Ends are taken hold of within this many pixels, but for no more than a quarter of the shift. */
const EDGE_PX = 7;
const DAY_MINUTES = 1_440;

/** In a grid of days a shift is taken whole; in a day's its ends, its parts, or all of it. */
export function gripAt(
	shape: GridShape,
	scroll: Scroll,
	shift: PlacedShift,
	x: number,
	minute: number
): Grip {
	if (shape.kind === 'days') return { kind: 'whole' };
	const start = shape.left + xOf(shape, shift.day, shift.startMinute) - scroll.x;
	const end = shape.left + xOf(shape, shift.day, shift.startMinute + shift.lengthMinutes) - scroll.x;
	const edge = Math.min(EDGE_PX, (end - start) / 4);
	if (x - start <= edge) return { kind: 'start' };
	if (end - x <= edge) return { kind: 'end' };
	const own = (shape.columns[0]!.day - shift.day) * DAY_MINUTES + minute;
	const place = partAt(shift, own);
	return place === null ? { kind: 'whole' } : { kind: 'part', place };
}

/**
 * The shift as it would be if it were let go over a place; null where it can't be. On the grid's interval.
 *
 * @param agent whose row that is
 */
export function dragged(
	shape: GridShape,
	{ shift, grip, from }: Drag,
	to: GridPlace,
	agent: string
): PlacedShift | null {
	if (shape.kind === 'days') {
		const [was, is] = [shape.columns[from.column], shape.columns[to.column]];
		return was && is ? movedTo(shift, { agent, day: shift.day + is.day - was.day }) : null;
	}
	const by = snap(to.minute - from.minute, shape.intervalMinutes);
	const end = shift.startMinute + shift.lengthMinutes;
	switch (grip.kind) {
		case 'whole':
			return movedTo(shift, { agent, startMinute: shift.startMinute + by });
		case 'start':
			return stretched(shift, shift.startMinute + by, end);
		case 'end':
			return stretched(shift, shift.startMinute, end + by);
		case 'part':
			return withPartAt(shift, grip.place, shift.startMinute + shift.breaks[grip.place]!.offsetMinute + by);
	}
}
