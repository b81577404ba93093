import { describe, expect, it } from 'vitest';
import { withParams } from './with-params.ts';

describe('withParams()', () => {
	it('changes, adds and takes away, and leaves the rest', () => {
		const at = { pathname: '/plan/intraday', search: '?day=2026-11-20&queue=a%20b' };
		expect(withParams(at, { day: null, at: '12:30' })).toBe('/plan/intraday?queue=a+b&at=12%3A30');
		expect(withParams(at, { day: null, queue: null })).toBe('/plan/intraday');
	});
});
