import { expect, it } from 'vitest';
import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import { dragged, gripAt } from './drag-shift.ts';
import { dayShape, daysShape, placeAt, xOf } from './grid-geometry.ts';

const frame = { width: 1_640, left: 200, top: 100, rowHeight: 40 };
const scroll = { x: 0, y: 0 };
const day = dayShape(3, { fromMinute: 360, toMinute: 1_440 }, 15, frame);
const shift: PlacedShift = {
	...{ id: 's', agent: 'ana', day: 3, startMinute: 480, lengthMinutes: 480 },
	breaks: [{ offsetMinute: 240, lengthMinutes: 60, paid: false, kind: 'lunch' }]
};
const xAt = (minute: number) => day.left + xOf(day, 3, minute);
const drag = (fromMinute: number, toMinute: number, agent = 'ana') => {
	const grip = gripAt(day, scroll, shift, xAt(fromMinute), fromMinute);
	const from = placeAt(day, scroll, xAt(fromMinute), 110);
	return {
		grip: grip.kind,
		after: dragged(day, { shift, grip, from }, placeAt(day, scroll, xAt(toMinute), 110), agent)
	};
};

it('a day’s shift is moved by its middle, stretched by its ends, and its parts are moved within it', () => {
	expect(drag(600, 662, 'ben')).toMatchObject({
		grip: 'whole',
		after: { agent: 'ben', startMinute: 540, lengthMinutes: 480 }
	});
	expect(drag(482, 545)).toMatchObject({ grip: 'start', after: { startMinute: 540, lengthMinutes: 420 } });
	expect(drag(958, 1_020)).toMatchObject({ grip: 'end', after: { startMinute: 480, lengthMinutes: 540 } });
	expect(drag(750, 690)).toMatchObject({ grip: 'part', after: { breaks: [{ offsetMinute: 180 }] } });
	// Beyond the end of the shift there is no lunch; and nothing is shorter than nothing.
	expect(drag(750, 1_200).after).toBeNull();
	expect(drag(958, 420).after).toBeNull();
});

it('a whole day’s cell is moved to another day and person at its own time', () => {
	const week = daysShape(0, 7, 15, frame);
	const place = (column: number) => ({ row: 0, column, minute: 600 });
	const taken = { shift, grip: { kind: 'whole' as const }, from: place(3) };
	expect(dragged(week, taken, place(5), 'ben')).toEqual({ ...shift, agent: 'ben', day: 5 });
	expect(dragged(week, taken, place(-1), 'ben')).toBeNull();
});
