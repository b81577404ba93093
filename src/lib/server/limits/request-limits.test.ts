import { expect, it } from 'vitest';
import { RequestLimits } from './request-limits.ts';

it('RequestLimits lets a burst through, then the rate, each key and address for itself', () => {
	let now = 0;
	const limits = new RequestLimits(() => now, 30);
	for (let i = 0; i < 300; i++) expect(limits.take('key:a', '::1')).toBe(0);
	expect(limits.take('key:a', '::1')).toBe(1);
	expect(limits.take('key:b', '::1')).toBe(0);
	for (let i = 0; i < 20; i++) expect(limits.take(null, '::1')).toBe(0);
	expect(limits.take(null, '::1')).toBeGreaterThan(0);
	expect(limits.take(null, '::2')).toBe(0);
	now += 500;
	for (let i = 0; i < 15; i++) expect(limits.take('key:a', '::1')).toBe(0);
	expect(limits.take('key:a', '::1')).toBe(1);
});
