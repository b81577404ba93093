import { describe, expect, it } from 'vitest';
import { InvalidRange, parseRange } from './parse-range.ts';

const range = (over: Record<string, string>) =>
	parseRange(new URLSearchParams({ from: '2026-11-22T00:00:00Z', to: '2026-11-23T00:00:00Z', ...over }));

describe('parseRange()', () => {
	it('reads a range, with a "+" that arrived as a space', () => {
		expect(range({ from: '2026-11-22T00:00:00 02:00', interval: '1d', queue: 'q' })).toEqual({
			fromMs: Date.UTC(2026, 10, 21, 22),
			toMs: Date.UTC(2026, 10, 23),
			interval: '1d',
			queue: 'q'
		});
	});

	it.each([
		[{ from: '' }, 'from'],
		[{ from: '2026-11-22' }, '2026-11-22'],
		[{ from: '2026-11-22T00:00:00' }, 'offset'],
		[{ to: 'never' }, 'never'],
		[{ to: '2026-11-22T00:00:00Z' }, 'later'],
		[{ interval: '7m' }, '7m'],
		[{ interval: 'constructor' }, 'constructor'],
		[{ from: '1900-01-01T00:00:00Z', interval: '15m' }, 'shorter']
	])('refuses %j and says %s', (over, word) => {
		expect(() => range(over as Record<string, string>)).toThrow(InvalidRange);
		expect(() => range(over as Record<string, string>)).toThrow(word);
	});
});
