import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { turnAway } from './http-limits.ts';

const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
	turnAway({ method, url, headers } as unknown as IncomingMessage)?.status ?? null;

it('turnAway() refuses by the first lines what no route takes', () => {
	expect(ask('GET', '/')).toBeNull();
	expect(ask('GET', `/?${'a'.repeat(9_000)}`)).toBe(414);
	expect(ask('POST', '/api/v1/events', { 'content-length': '32000000' })).toBeNull();
	expect(ask('POST', '/api/v1/events?x=1', { 'content-length': '34000000' })).toBe(413);
	expect(ask('POST', '/sign-in', { 'content-length': '300' })).toBeNull();
	expect(ask('POST', '/sign-in?/api/v1/events', { 'content-length': '5000000' })).toBe(413);
	expect(ask('POST', '/settings/users', { 'transfer-encoding': 'chunked' })).toBe(411);
	expect(ask('POST', '/api/v1/events', { 'transfer-encoding': 'chunked' })).toBeNull();
});
