import { expect, it } from 'vitest';
import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import type { RosterProblem } from '#solver/rostering/index.ts';
import { fieldsOf, shiftOf } from './shift-form.ts';

const problem = {
	intervalMinutes: 15,
	horizon: { start: '2026-11-23', days: 7 },
	agents: [{ id: 'ana' }]
} as unknown as RosterProblem;
const night: PlacedShift = {
	...{ id: 's', agent: 'ana', day: 2, startMinute: 1_320, lengthMinutes: 480 },
	breaks: [
		{ offsetMinute: 60, lengthMinutes: 15, paid: true, kind: 'break' },
		{ offsetMinute: 240, lengthMinutes: 30, paid: false }
	]
};

it('shiftOf() is the way back from fieldsOf(), over midnight as well', () => {
	const fields = fieldsOf(night);
	expect([fields.start, fields.end, fields.parts.map(({ start }) => start)]).toEqual([
		'22:00',
		'06:00',
		['23:00', '02:00']
	]);
	expect(shiftOf(problem, 's', fields)).toEqual(night);
});

it('shiftOf() takes an equal start and end for a whole day, and puts parts in order', () => {
	const fields = fieldsOf(night);
	expect(shiftOf(problem, 's', { ...fields, end: '22:00' })).toMatchObject({ lengthMinutes: 1_440 });
	expect(shiftOf(problem, 's', { ...fields, parts: fields.parts.toReversed() })).toEqual(night);
});

it('shiftOf() says what is wrong', () => {
	const fields = fieldsOf(night);
	const [part] = fields.parts;
	expect(shiftOf(problem, 's', { ...fields, start: '' })).toBe('times');
	expect(shiftOf(problem, 's', { ...fields, end: '06:05' })).toBe('grid');
	expect(shiftOf(problem, 's', { ...fields, parts: [{ ...part!, minutes: null }] })).toBe('parts');
	expect(shiftOf(problem, 's', { ...fields, parts: [{ ...part!, start: '08:00' }] })).toBe('parts');
	expect(shiftOf(problem, 's', { ...fields, parts: [part!, { ...part!, start: '23:00' }] })).toBe('parts');
});
