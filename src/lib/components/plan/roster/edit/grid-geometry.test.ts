import { describe, expect, it } from 'vitest';
import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import {
	dayShape,
	daysShape,
	gridWidth,
	hoursAround,
	inSight,
	placeAt,
	scrollTo,
	shiftUnder,
	xOf
} from './grid-geometry.ts';

const frame = { width: 1_000, left: 200, top: 100, rowHeight: 40 };
const week = daysShape(7, 7, 15, frame);
const day = dayShape(3, { fromMinute: 360, toMinute: 1_560 }, 15, frame);
const shift = (on: number, startMinute: number, lengthMinutes = 480): PlacedShift => ({
	...{ id: `${on} ${startMinute}`, agent: 'ana', day: on, startMinute, lengthMinutes, breaks: [] }
});

describe('daysShape()', () => {
	it('fills the width with a few days, and is wider than it with many', () => {
		expect(gridWidth(week)).toBe(7 * 114);
		expect(gridWidth(daysShape(0, 28, 15, frame))).toBe(28 * 104);
		expect(xOf(week, 8, 720)).toBe(114 * 1.5);
	});
});

describe('dayShape()', () => {
	it('has a column for each interval, also past midnight', () => {
		expect(day.columns).toHaveLength(80);
		expect(xOf(day, 3, 360)).toBe(0);
		expect(xOf(day, 4, 60)).toBeCloseTo(76 * day.columnWidth, 9);
		expect(xOf(day, 2, 1_440 + 360)).toBe(0);
	});

	it('hoursAround() leaves room to drag to, within the day and the next morning', () => {
		expect(hoursAround(3, [shift(3, 490), shift(2, 0)])).toEqual({ fromMinute: 360, toMinute: 1_140 });
		expect(hoursAround(3, [shift(3, 60, 1_440)])).toEqual({ fromMinute: 0, toMinute: 1_620 });
		expect(hoursAround(3, [])).toEqual({ fromMinute: 360, toMinute: 1_320 });
	});
});

describe('placeAt()', () => {
	it('is the way back from xOf(), scrolled or not', () => {
		for (const scroll of [
			{ x: 0, y: 0 },
			{ x: 333, y: 777 }
		]) {
			const x = 200 + xOf(day, 3, 1_002) - scroll.x;
			const { row, minute, column } = placeAt(day, scroll, x, 100 + 25 * 40 + 3 - scroll.y);
			expect(row).toBe(25);
			expect(minute).toBeCloseTo(1_002, 6);
			expect(column).toBe(Math.floor((1_002 - 360) / 15));
		}
	});

	it('names what is above the rows, left of the columns and beyond them', () => {
		expect(placeAt(week, { x: 0, y: 0 }, 50, 20)).toMatchObject({ row: -1, column: -1 });
		expect(placeAt(week, { x: 0, y: 0 }, 999.5, 120)).toMatchObject({ row: 0, column: -1 });
	});
});

it('inSight() and scrollTo() agree: what is scrolled to is in sight', () => {
	const size = { width: 1_000, height: 500 };
	const four = daysShape(0, 28, 15, frame);
	for (const cell of [
		{ row: 0, column: 0 },
		{ row: 499, column: 27 },
		{ row: 12, column: 9 }
	]) {
		const scroll = scrollTo(four, { x: 700, y: 3_000 }, size, cell);
		const seen = inSight(four, scroll, size, 500);
		expect(cell.row >= seen.fromRow && cell.row < seen.toRow).toBe(true);
		expect(cell.column >= seen.fromColumn && cell.column < seen.toColumn).toBe(true);
	}
	expect(inSight(four, { x: 0, y: 0 }, size, 5).toRow).toBe(5);
	expect(scrollTo(four, { x: 104, y: 40 }, size, { row: 3, column: 3 })).toEqual({ x: 104, y: 40 });
});

it('shiftUnder() finds the day’s shift, or the one worked at that minute, also from the day before', () => {
	const shifts = [shift(2, 1_320), shift(3, 600)];
	expect(shiftUnder(daysShape(0, 7, 15, frame), shifts, { column: 3, minute: 0 })).toBe(shifts[1]);
	const early = dayShape(3, { fromMinute: 0, toMinute: 1_440 }, 15, frame);
	expect(shiftUnder(early, shifts, { column: 4, minute: 60 })).toBe(shifts[0]);
	expect(shiftUnder(early, shifts, { column: 32, minute: 480 })).toBeNull();
	expect(shiftUnder(early, shifts, { column: 41, minute: 615 })).toBe(shifts[1]);
});
