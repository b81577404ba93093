import { describe, expect, it } from 'vitest';
import { effectOf } from './effect-of.ts';

const effect = (queueId: string, day: number, factor: number, source: 'learned' | 'set' = 'learned') => ({
	name: 'Fair',
	queueId,
	day,
	factor,
	source,
	occurrences: 2
});
const fair = { date: '1970-01-11', name: 'Fair', queueId: null };

describe('effectOf()', () => {
	it('is the mean over queues, with how far they lie apart', () => {
		expect(effectOf(fair, [effect('a', 10, 0.4), effect('b', 10, 0.6)])).toMatchObject({
			factor: 0.5,
			least: 0.4,
			most: 0.6,
			source: 'learned',
			occurrences: 2
		});
		expect(effectOf(fair, [effect('a', 10, 0.4), effect('b', 10, 0.6, 'set')])!.source).toBe('mixed');
	});

	it('is of its own day before another of its name, and of its own queue', () => {
		const effects = [effect('a', 375, 0.9), effect('a', 10, 0.4), effect('b', 375, 0.7)];
		expect(effectOf({ ...fair, queueId: 'a' }, effects)!.factor).toBe(0.4);
		expect(effectOf({ ...fair, queueId: 'b' }, effects)!.factor).toBe(0.7);
		expect(effectOf({ ...fair, name: 'Other' }, effects)).toBeNull();
	});
});
