import { describe, expect, it } from 'vitest';
import { joinSpans } from './join-spans.ts';
import { snapSpan } from './snap-span.ts';
import { spanText } from './span-text.ts';
import { toAmount } from './to-amount.ts';

describe('joinSpans()', () => {
	it('makes neighbours one and keeps what lies apart, in order', () => {
		const spans = [
			{ fromAt: 40, toAt: 50 },
			{ fromAt: 10, toAt: 20 },
			{ fromAt: 20, toAt: 30 }
		];
		expect(joinSpans(spans)).toEqual([
			{ fromAt: 10, toAt: 30 },
			{ fromAt: 40, toAt: 50 }
		]);
	});
});

describe('snapSpan()', () => {
	const starts = [0, 10, 30];
	const endOf = (at: number) => at + 10;
	it('takes the points it touches, whole', () => {
		expect(snapSpan({ fromAt: 4, toAt: 12 }, starts, endOf)).toEqual({ fromAt: 0, toAt: 20 });
		expect(snapSpan({ fromAt: 15, toAt: 31 }, starts, endOf)).toEqual({ fromAt: 10, toAt: 40 });
	});
	it('is nothing over closed hours', () => {
		expect(snapSpan({ fromAt: 21, toAt: 29 }, starts, endOf)).toBeNull();
	});
});

describe('toAmount()', () => {
	it('reads a percentage as a factor and contacts an interval as a rate an hour', () => {
		expect(toAmount(20, 'offered', 'factor', 1800)).toBe(1.2);
		expect(toAmount(-100, 'offered', 'factor', 1800)).toBe(0);
		expect(toAmount(15, 'offered', 'value', 1800)).toBe(30);
		expect(toAmount(15, 'aht', 'value', 1800)).toBe(15);
		expect(toAmount(900, 'offered', 'total', 1800)).toBe(900);
	});
});

describe('spanText()', () => {
	const text = (from: string, to: string) =>
		spanText(Date.parse(`${from}Z`), Date.parse(`${to}Z`), 'UTC').replaceAll(/\s+/g, ' ');
	it('says days without their midnights and hours without their day twice', () => {
		expect(text('2026-03-02T00:00', '2026-03-03T00:00')).toBe('Mon 2 Mar');
		expect(text('2026-03-02T00:00', '2026-03-05T00:00')).toBe('Mon 2 Mar – Wed 4 Mar');
		expect(text('2026-03-02T09:00', '2026-03-02T10:30')).toMatch(/^Mon 2 Mar, 0?9:00–10:30$/);
		expect(text('2026-03-02T09:00', '2026-03-03T10:30')).toMatch(/^Mon 2 Mar 0?9:00 – Tue 3 Mar 10:30$/);
	});
});
