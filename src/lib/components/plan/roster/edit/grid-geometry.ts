import type { PlacedShift } from '#solver/rostering/edit/index.ts';

/** A column of the grid: a whole day, or an interval of one; minutes of that day, which may lie past midnight. */
export interface GridColumn {
	day: number;
	fromMinute: number;
	toMinute: number;
}

/** Where everything lies; x counts from the first column, y from the first row, both before scrolling. */
export interface GridShape {
	kind: 'days' | 'day';
	columns: readonly GridColumn[];
	columnWidth: number;
	/** Of the names at the left, and of what stands above the rows. */
	left: number;
	top: number;
	rowHeight: number;
	intervalMinutes: number;
}

export interface Scroll {
	x: number;
	y: number;
}

export interface GridPlace {
	/** −1: above the rows. */
	row: number;
	/** −1: left of the columns. */
	column: number;
	/** Of the column's day. */
	minute: number;
}

const DAY_MINUTES = 1_440;
const LEAST_DAY = 104;
const LEAST_HOUR = 44;

/** Days side by side, wide enough to read; a few fill the width. */
export function daysShape(
	first: number,
	count: number,
	intervalMinutes: number,
	frame: { width: number; left: number; top: number; rowHeight: number }
): GridShape {
	const { width, ...rest } = frame;
	return {
		...rest,
		kind: 'days',
		intervalMinutes,
		columns: Array.from({ length: count }, (_, n) => ({
			day: first + n,
			fromMinute: 0,
			toMinute: DAY_MINUTES
		})),
		columnWidth: Math.max(LEAST_DAY, Math.floor((width - rest.left) / Math.max(1, count)))
	};
}

/** The intervals of a day from one whole hour to another. */
export function dayShape(
	day: number,
	span: { fromMinute: number; toMinute: number },
	intervalMinutes: number,
	frame: { width: number; left: number; top: number; rowHeight: number }
): GridShape {
	const { width, ...rest } = frame;
	const count = Math.max(1, Math.round((span.toMinute - span.fromMinute) / intervalMinutes));
	return {
		...rest,
		kind: 'day',
		intervalMinutes,
		columns: Array.from({ length: count }, (_, n) => ({
			day,
			fromMinute: span.fromMinute + n * intervalMinutes,
			toMinute: span.fromMinute + (n + 1) * intervalMinutes
		})),
		columnWidth: Math.max((LEAST_HOUR * intervalMinutes) / 60, (width - rest.left) / count)
	};
}

/** Whole hours that hold the shifts of a day with room to drag them; from 06:00 to 22:00 where there are none. */
export function hoursAround(
	day: number,
	shifts: Iterable<PlacedShift>
): { fromMinute: number; toMinute: number } {
	let from = Infinity;
	let to = -Infinity;
	for (const shift of shifts) {
		if (shift.day !== day) continue;
		from = Math.min(from, shift.startMinute);
		to = Math.max(to, shift.startMinute + shift.lengthMinutes);
	}
	if (from > to) return { fromMinute: 360, toMinute: 1_320 };
	return {
		fromMinute: Math.max(0, Math.floor(from / 60) * 60 - 120),
		toMinute: Math.min(DAY_MINUTES + 720, Math.ceil(to / 60) * 60 + 120)
	};
}

export const gridWidth = ({ columns, columnWidth }: GridShape): number => columns.length * columnWidth;

/** Of a minute of a day; outside of the grid as well. */
export function xOf({ kind, columns, columnWidth }: GridShape, day: number, minute: number): number {
	const first = columns[0]!;
	const minutes = (day - first.day) * DAY_MINUTES + minute - first.fromMinute;
	const perColumn = kind === 'days' ? DAY_MINUTES : first.toMinute - first.fromMinute;
	return (minutes / perColumn) * columnWidth;
}

/** What lies under a point of the canvas. */
export function placeAt(shape: GridShape, scroll: Scroll, x: number, y: number): GridPlace {
	const along = x - shape.left + scroll.x;
	const column = x < shape.left ? -1 : Math.floor(along / shape.columnWidth);
	const at = shape.columns[Math.max(0, Math.min(shape.columns.length - 1, column))]!;
	return {
		row: y < shape.top ? -1 : Math.floor((y - shape.top + scroll.y) / shape.rowHeight),
		column: column < shape.columns.length ? column : -1,
		minute: at.fromMinute + ((along / shape.columnWidth) % 1) * (at.toMinute - at.fromMinute)
	};
}

/** Rows and columns in sight, ends not included. */
export function inSight(
	{ columns, columnWidth, left, top, rowHeight }: GridShape,
	scroll: Scroll,
	size: { width: number; height: number },
	rows: number
): { fromRow: number; toRow: number; fromColumn: number; toColumn: number } {
	const within = (n: number, most: number) => Math.max(0, Math.min(most, n));
	return {
		fromRow: within(Math.floor(scroll.y / rowHeight), rows),
		toRow: within(Math.ceil((scroll.y + size.height - top) / rowHeight), rows),
		fromColumn: within(Math.floor(scroll.x / columnWidth), columns.length),
		toColumn: within(Math.ceil((scroll.x + size.width - left) / columnWidth), columns.length)
	};
}

/** Where to scroll for a cell to be in sight; as it is where it is already. */
export function scrollTo(
	shape: GridShape,
	scroll: Scroll,
	size: { width: number; height: number },
	cell: { row: number; column: number }
): Scroll {
	const into = (at: number, length: number, from: number, room: number) =>
		at < from ? at : at + length > from + room ? at + length - room : from;
	return {
		x: into(cell.column * shape.columnWidth, shape.columnWidth, scroll.x, size.width - shape.left),
		y: into(cell.row * shape.rowHeight, shape.rowHeight, scroll.y, size.height - shape.top)
	};
}

/** The shift under a place: of a day its own, of an interval the one that is worked then, also from the day before. */
export function shiftUnder(
	shape: GridShape,
	shifts: readonly PlacedShift[],
	{ column, minute }: Pick<GridPlace, 'column' | 'minute'>
): PlacedShift | null {
	const at = shape.columns[column];
	if (!at) return null;
	if (shape.kind === 'days') {
		// Two of one day share its cell.
		const own = shifts.filter(({ day }) => day === at.day);
		return own[Math.min(own.length - 1, Math.floor((minute / DAY_MINUTES) * own.length))] ?? null;
	}
	const moment = at.day * DAY_MINUTES + minute;
	return (
		shifts.find(({ day, startMinute, lengthMinutes }) => {
			const start = day * DAY_MINUTES + startMinute;
			return start <= moment && moment < start + lengthMinutes;
		}) ?? null
	);
}
