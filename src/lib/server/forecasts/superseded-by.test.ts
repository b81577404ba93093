import { describe, expect, it } from 'vitest';
import { supersededBy } from './superseded-by.ts';

const own = {
	id: 'own',
	publishedAt: 100,
	fromAt: 10,
	toAt: 20,
	intervalSeconds: 1800,
	detail: { a: {}, b: {} } as never
};
const other = (change: Record<string, unknown> = {}) => ({
	id: 'other',
	name: 'Other',
	intervalSeconds: 900,
	fromAt: 5,
	toAt: 20,
	publishedAt: 200,
	queueIds: ['a', 'b', 'c'],
	...change
});

describe('supersededBy()', () => {
	it('is a newer published forecast that covers every day and queue', () => {
		expect(supersededBy(own, [other()])?.id).toBe('other');
	});

	it.each([
		['published before', { publishedAt: 50 }],
		['begins later', { fromAt: 11 }],
		['ends earlier', { toAt: 19 }],
		['lacks a queue', { queueIds: ['a'] }],
		['is by day', { intervalSeconds: 86_400 }],
		['is itself', { id: 'own' }]
	])('is none that %s', (_, change) => {
		expect(supersededBy(own, [other(change)])).toBeNull();
	});

	it('is none of what is not published', () => {
		expect(supersededBy({ ...own, publishedAt: null }, [other()])).toBeNull();
	});
});
