import { describe, expect, it } from 'vitest';
import { resolveSpecialDays } from './resolve-special-days.ts';

const entry = (change: Partial<Parameters<typeof resolveSpecialDays>[0][number]> = {}) => ({
	date: '1970-01-11',
	name: 'Fair',
	queueId: null,
	factor: null,
	isClosed: false,
	isIgnored: false,
	source: 'own' as const,
	...change
});
const resolved = (...entries: ReturnType<typeof entry>[]) =>
	resolveSpecialDays(entries, ['a', 'b']).map(({ name, queueId }) => [name, queueId]);

describe('resolveSpecialDays()', () => {
	it('is one day of all queues where no queue differs', () => {
		expect(resolveSpecialDays([entry({ factor: 2 })], ['a', 'b'])).toEqual([
			{ day: 10, name: 'Fair', factor: 2, isClosed: false, queueId: null }
		]);
	});

	it("a queue's own entry takes the place of the one of all", () => {
		expect(resolved(entry(), entry({ name: 'Stock', queueId: 'b' }))).toEqual([
			['Fair', 'a'],
			['Stock', 'b']
		]);
	});

	it('one that is ignored is none, and of a queue excepts it from the day of all', () => {
		expect(resolved(entry({ isIgnored: true }))).toEqual([]);
		expect(resolved(entry(), entry({ name: 'Not here', queueId: 'b', isIgnored: true }))).toEqual([
			['Fair', 'a']
		]);
	});

	it('of several on a day takes closed before a factor before what is learned, own before holiday', () => {
		const holiday = entry({ name: 'Holiday', source: 'holiday' });
		expect(resolved(holiday, entry())).toEqual([['Fair', null]]);
		expect(resolved(entry(), { ...holiday, factor: 2 })).toEqual([['Holiday', null]]);
		expect(resolved(entry({ factor: 2 }), { ...holiday, isClosed: true })).toEqual([['Holiday', null]]);
	});
});
