import { expect, it } from 'vitest';
import { applyChanges } from './index.ts';

const shift = {
	startAt: 100,
	endAt: 500,
	breaks: [
		{ startAt: 200, endAt: 220 },
		{ startAt: 300, endAt: 340, kind: 'training' as const }
	]
};
const change = (
	kind: 'absent' | 'late' | 'leaves' | 'cancelled' | 'moved' | 'extended' | 'earlier',
	fromAt: number,
	toAt: number,
	movedTo: number | null = null
) => applyChanges([shift], [{ kind, fromAt, toAt, movedTo }]);

it('applyChanges() takes absence, lateness and leaving out of the shift, parts with it', () => {
	expect(change('absent', 100, 500)).toEqual([]);
	expect(change('late', 100, 210)).toEqual([
		{ startAt: 210, endAt: 500, breaks: [{ startAt: 210, endAt: 220 }, shift.breaks[1]] }
	]);
	expect(change('leaves', 320, 500)).toEqual([
		{ startAt: 100, endAt: 320, breaks: [shift.breaks[0], { startAt: 300, endAt: 320, kind: 'training' }] }
	]);
	expect(change('absent', 210, 300)).toMatchObject([
		{ startAt: 100, endAt: 210 },
		{ startAt: 300, endAt: 500 }
	]);
	expect(change('absent', 500, 600)).toEqual([shift]);
});

it('applyChanges() cancels and moves the part that the span is, and no other', () => {
	expect(change('cancelled', 300, 340)[0]!.breaks).toEqual([shift.breaks[0]]);
	expect(change('moved', 300, 340, 120)[0]!.breaks).toEqual([
		{ startAt: 120, endAt: 160, kind: 'training' },
		shift.breaks[0]
	]);
	expect(change('cancelled', 300, 341)).toEqual([shift]);
	expect(shift.breaks).toHaveLength(2);
});

it('applyChanges() extends the shift that ends there, and adds one to which somebody is called', () => {
	expect(change('extended', 500, 560)).toEqual([{ ...shift, endAt: 560 }]);
	expect(change('extended', 400, 560)).toEqual([shift]);
	expect(change('earlier', 40, 100)).toEqual([{ ...shift, startAt: 40 }]);
	expect(change('earlier', 40, 101)).toEqual([shift]);
	const parts = [{ startAt: 40, endAt: 50 }];
	expect(applyChanges([shift], [{ kind: 'called', fromAt: 20, toAt: 80, movedTo: null, parts }])).toEqual([
		{ startAt: 20, endAt: 80, breaks: parts },
		shift
	]);
});

it('applyChanges() adds of a shift only what no roster published since has planned: nobody is there twice', () => {
	const called = (fromAt: number, toAt: number) =>
		applyChanges(
			[shift],
			[{ kind: 'called', fromAt, toAt, movedTo: null, parts: [{ startAt: 480, endAt: 520 }] }]
		);
	expect(called(100, 500)).toEqual([shift]);
	expect(called(100, 300)).toEqual([shift]);
	expect(called(400, 700)).toEqual([
		shift,
		{ startAt: 500, endAt: 700, breaks: [{ startAt: 500, endAt: 520 }] }
	]);
	expect(called(40, 600)).toMatchObject([
		{ startAt: 40, endAt: 100, breaks: [] },
		shift,
		{ startAt: 500, endAt: 600 }
	]);
});
