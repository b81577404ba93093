import { expect, it } from 'vitest';
import { readMoment, readSpeed, withMoment } from './past-address.ts';

const ZONE = 'Europe/Madrid';
const AT = Date.parse('2026-10-25T02:30:00+01:00');
const url = (path: string) => new URL(path, 'http://marea.test');

it('an address with a moment reads back to it, also where somebody typed the plus sign', () => {
	const path = withMoment(url('/queues/a?sort=name&at=2020-01-01T00:00:00Z'), { atMs: AT, speed: 10 }, ZONE);
	expect(path).toBe('/queues/a?sort=name&at=2026-10-25T02:30:00%2B01:00&speed=10');
	expect(readMoment(url(path))).toBe(AT);
	expect(readSpeed(url(path))).toBe(10);
	expect(readMoment(url('/?at=2026-10-25T02:30:00+01:00'))).toBe(AT);
	expect(withMoment(url(path), null, ZONE)).toBe('/queues/a?sort=name');
});

it('what is no moment and no speed is none', () => {
	expect(readMoment(url('/?at=10:15'))).toBeNull();
	expect(readMoment(url('/'))).toBeNull();
	expect(readSpeed(url('/?speed=7'))).toBe(0);
});
