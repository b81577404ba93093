import type { EditedRoster } from '#solver/rostering/edit/index.ts';
import { xOf, type GridShape, type Scroll } from './grid-geometry.ts';
import type { GridPalette } from './grid-palette.ts';

/** Height of the strip above the rows: the people, and below them the difference. */
export const COVER_HEIGHT = 84;
const PEOPLE_HEIGHT = 54;
const DIFFERENCE_HEIGHT = 22;
const HEADROOM = 1.1;
const LINE = 1.5;

/** Required and scheduled people of the intervals that a grid shows, and the largest of them. */
export interface CoverStrip {
	intervals: readonly { day: number; minute: number; required: number; scheduled: number }[];
	most: number;
	widest: number;
}

/** @param lane one skill's; null: all of them */
export function coverStrip(roster: EditedRoster, shape: GridShape, lane: number | null): CoverStrip {
	const perDay = roster.intervalsPerDay;
	const lanes = lane === null ? roster.skills.map((_, place) => place) : [lane];
	const [first, last] = [shape.columns[0]!, shape.columns.at(-1)!];
	const step = 1_440 / perDay;
	const from = first.day * perDay + first.fromMinute / step;
	const to = Math.min(last.day * perDay + last.toMinute / step, roster.days * perDay);
	const intervals = [];
	let [most, widest] = [1, 1];
	for (let interval = from; interval < to; interval++) {
		let required = 0;
		let scheduled = 0;
		for (const place of lanes) {
			required += roster.required(place, interval);
			scheduled += roster.scheduled(place, interval);
		}
		const day = Math.floor(interval / perDay);
		intervals.push({ day, minute: (interval - day * perDay) * step, required, scheduled });
		most = Math.max(most, required, scheduled);
		widest = Math.max(widest, Math.abs(required - scheduled));
	}
	return { intervals, most: most * HEADROOM, widest };
}

/**
 * The part of the strip that is in sight, right of the names. Scheduled is filled, required a line; below, surplus rises
 * over the axis and shortage hangs from it, so that no colour is needed to tell them apart. Rectangles alone: software
 * paints them many times faster than one path of all.
 */
export function drawCover(
	context: CanvasRenderingContext2D,
	shape: GridShape,
	scroll: Scroll,
	width: number,
	{ intervals, most, widest }: CoverStrip,
	palette: GridPalette
): void {
	const { left, columnWidth, kind, intervalMinutes } = shape;
	const step = kind === 'days' ? (columnWidth * intervalMinutes) / 1_440 : columnWidth;
	const from = Math.max(0, Math.floor(scroll.x / step));
	const to = Math.min(intervals.length, Math.ceil((scroll.x + width - left) / step));
	const y = (people: number) => PEOPLE_HEIGHT - (people / most) * (PEOPLE_HEIGHT - 4);
	const axis = PEOPLE_HEIGHT + 4 + DIFFERENCE_HEIGHT / 2;
	const tall = (people: number) => (people / widest) * (DIFFERENCE_HEIGHT / 2);
	const x = (at: number) => left + xOf(shape, intervals[at]!.day, intervals[at]!.minute) - scroll.x;

	context.fillStyle = palette.scheduled;
	context.globalAlpha = 0.32;
	for (let at = from; at < to; at++) {
		const { scheduled } = intervals[at]!;
		if (scheduled > 0) context.fillRect(x(at), y(scheduled), step, PEOPLE_HEIGHT - y(scheduled));
	}
	context.globalAlpha = 1;
	for (const of of ['scheduled', 'required'] as const) {
		context.fillStyle = palette[of];
		for (let at = from; at < to; at++) {
			const [own, before] = [y(intervals[at]![of]), y(intervals[Math.max(from, at - 1)]![of])];
			context.fillRect(x(at), own - LINE / 2, step, LINE);
			if (own !== before)
				context.fillRect(
					x(at) - LINE / 2,
					Math.min(own, before) - LINE / 2,
					LINE,
					Math.abs(own - before) + LINE
				);
		}
	}
	context.fillStyle = palette.surplus;
	for (let at = from; at < to; at++) {
		const { required, scheduled } = intervals[at]!;
		const height = tall(scheduled - required);
		if (height > 0) context.fillRect(x(at), axis - height, step, height);
	}
	context.fillStyle = palette.shortage;
	for (let at = from; at < to; at++) {
		const { required, scheduled } = intervals[at]!;
		if (scheduled < required) context.fillRect(x(at), axis, step, tall(required - scheduled));
	}
	context.fillStyle = palette.borderStrong;
	context.fillRect(left, axis, width - left, 1);
}
