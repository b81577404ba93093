import { describe, expect, it } from 'vitest';
import {
	movedTo,
	partAt,
	snap,
	splitAt,
	stretched,
	withoutPart,
	withPart,
	withPartAt
} from './change-shift.ts';
import type { PlacedShift } from './placed-shift.ts';

/** 08:00–16:00 of day 3 with lunch 12:00–13:00 and a break 14:00–14:15. */
const shift: PlacedShift = {
	...{ id: 's', agent: 'ana', day: 3, startMinute: 480, lengthMinutes: 480 },
	breaks: [
		{ offsetMinute: 240, lengthMinutes: 60, paid: false, kind: 'lunch' },
		{ offsetMinute: 360, lengthMinutes: 15, paid: true, kind: 'break' }
	]
};

describe('movedTo()', () => {
	it('takes the parts along, and a start beyond midnight to the next day', () => {
		expect(movedTo(shift, { agent: 'ben', startMinute: 1_500 })).toEqual({
			...shift,
			agent: 'ben',
			day: 4,
			startMinute: 60
		});
		expect(movedTo(shift, { startMinute: -30 })).toMatchObject({ day: 2, startMinute: 1_410 });
	});
});

describe('stretched()', () => {
	it('leaves parts at their time of day and cuts what lies outside', () => {
		const later = stretched(shift, 750, 855)!;
		expect(later).toMatchObject({ startMinute: 750, lengthMinutes: 105 });
		expect(later.breaks).toEqual([
			{ offsetMinute: 0, lengthMinutes: 30, paid: false, kind: 'lunch' },
			{ offsetMinute: 90, lengthMinutes: 15, paid: true, kind: 'break' }
		]);
		expect(stretched(shift, 420, 1_020)!.breaks[0]).toMatchObject({ offsetMinute: 300 });
	});

	it('is nothing where no time is left, or more than a day', () => {
		expect(stretched(shift, 960, 960)).toBeNull();
		expect(stretched(shift, 480, 1_921)).toBeNull();
		expect(stretched(shift, 480, 1_920)).not.toBeNull();
	});
});

describe('withPart()', () => {
	it('puts a part in its order, and nothing over another or outside', () => {
		const part = { fromMinute: 540, lengthMinutes: 60, paid: true, kind: 'training' as const };
		expect(withPart(shift, part)!.breaks.map(({ offsetMinute }) => offsetMinute)).toEqual([60, 240, 360]);
		expect(withPart(shift, { ...part, fromMinute: 690 })).toBeNull();
		expect(withPart(shift, { ...part, fromMinute: 660 })).not.toBeNull();
		expect(withPart(shift, { ...part, fromMinute: 930 })).toBeNull();
	});

	it('withPartAt() and withoutPart() leave the other parts', () => {
		expect(withPartAt(shift, 0, 660)!.breaks[0]).toMatchObject({ offsetMinute: 180, kind: 'lunch' });
		expect(withPartAt(shift, 0, 795)).toBeNull();
		expect(withoutPart(shift, 0).breaks).toEqual([shift.breaks[1]]);
	});
});

describe('splitAt()', () => {
	it('makes two shifts that work the same time, a part across the cut in both', () => {
		const [first, second] = splitAt(shift, 750, 't')!;
		expect([first.id, first.startMinute, first.lengthMinutes]).toEqual(['s', 480, 270]);
		expect([second.id, second.startMinute, second.lengthMinutes]).toEqual(['t', 750, 210]);
		expect(first.breaks.at(-1)).toMatchObject({ offsetMinute: 240, lengthMinutes: 30 });
		expect(second.breaks[0]).toMatchObject({ offsetMinute: 0, lengthMinutes: 30 });
	});

	it('is nothing at an end', () => {
		expect(splitAt(shift, 480, 't')).toBeNull();
		expect(splitAt(shift, 960, 't')).toBeNull();
	});
});

it('partAt() finds the part of a minute, and snap() the nearest place on the grid', () => {
	expect([partAt(shift, 719), partAt(shift, 720), partAt(shift, 780), partAt(shift, 841)]).toEqual([
		null,
		0,
		null,
		1
	]);
	expect([snap(487, 15), snap(488, 15), snap(-8, 15)]).toEqual([480, 495, -15]);
});
