import { expect, it } from 'vitest';
import type { WeekRange } from '#lib/contracts/requests.ts';
import { amountText, leaveWhen, obstacleTexts, rangesText, wishText } from './request-words.ts';

const on = (weekday: number, fromMinute: number, toMinute: number): WeekRange => ({
	weekday,
	fromMinute,
	toMinute
});

it('rangesText() says days alike together, and ends of the next day by its clock', () => {
	expect(rangesText(null)).toBe('At any time');
	expect(rangesText([])).toBe('Not on any day');
	expect(rangesText([0, 1, 2].map((day) => on(day, 480, 840)))).toBe('Mon–Wed 08:00–14:00');
	expect(rangesText([on(4, 1_320, 1_800), on(6, 0, 1_440)])).toBe('Fri 22:00–06:00; Sun 00:00–24:00');
	expect(rangesText([on(0, 480, 600), on(0, 720, 840)])).toBe('Mon 08:00–10:00, 12:00–14:00');
});

it('amounts and days are said with their unit', () => {
	expect(amountText(1, 'days')).toBe('1 day');
	expect(amountText(0.5, 'days')).toBe('0.5 days');
	expect(amountText(2.25, 'hours')).toBe('2.25 hours');
	const hours = { isWholeDays: false, fromDate: '2026-06-02', toDate: '2026-06-02' };
	expect(
		leaveWhen({ ...hours, fromAt: Date.UTC(2026, 5, 2, 8), toAt: Date.UTC(2026, 5, 2, 10) }, 'Europe/Madrid')
	).toMatch(/2 Jun, 10:00–12:00$/);
});

it('of many obstacles a few are said and the rest counted', () => {
	const full = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map((date) => ({
		...{ kind: 'full' as const, date, places: 1, held: 1 }
	}));
	expect(obstacleTexts(full, 'days')).toHaveLength(3);
	expect(obstacleTexts(full, 'days')[2]).toBe('and 2 more days');
	expect(obstacleTexts(full.slice(0, 1), 'days')).toHaveLength(1);
});

it('wishes are said in words', () => {
	expect(wishText({ about: 'weekday', kind: 'avoid', weekday: 4, points: 1 })).toBe('Rather not Friday');
	expect(wishText({ about: 'shift', kind: 'prefer', shift: 'early', points: 1 })).toBe('Rather early shifts');
});
