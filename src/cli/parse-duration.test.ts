import { describe, expect, it } from 'vitest';
import { parseDuration } from './parse-duration.ts';
import { UsageError } from './verb.ts';

describe('parseDuration()', () => {
	it.each([
		['240', 240],
		['240s', 240],
		['0', 0],
		['30m', 1800],
		['1h', 3600],
		['1.5h', 5400],
		['28d', 28 * 86_400],
		['1h30m', 5400],
		['1d2h3m4s', 93_784],
		[' 20s ', 20]
	])('reads %j as %d seconds', (text, seconds) => {
		expect(parseDuration(text, '--aht')).toBe(seconds);
	});

	it.each(['', ' ', '-5s', '5x', 'm', '30m1h', '1e3', 'NaN', 'Infinity', '1 h', '5min', '.5h', '5.m'])(
		'refuses %j and names the flag',
		(text) => {
			expect(() => parseDuration(text, '--aht')).toThrow(UsageError);
			expect(() => parseDuration(text, '--aht')).toThrow(`--aht "${text}" is not a duration`);
		}
	);
});
