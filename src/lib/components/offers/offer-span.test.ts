import { expect, it } from 'vitest';
import { spanOf } from './offer-span.ts';

const hours = (span: { fromAt: number; toAt: number } | null) =>
	span && (span.toAt - span.fromAt) / 3_600_000;

it('spanOf() is what the zone’s clock says, over midnight and when the clocks change', () => {
	const zone = 'Europe/Madrid';
	expect(spanOf({ day: '2026-06-02', from: '18:00', to: '20:00' }, zone)).toEqual({
		fromAt: Date.UTC(2026, 5, 2, 16),
		toAt: Date.UTC(2026, 5, 2, 18)
	});
	expect(hours(spanOf({ day: '2026-06-02', from: '22:00', to: '02:00' }, zone))).toBe(4);
	// 28 to 29 March: 02:00 to 03:00 is missing; 24 to 25 October: it is there twice.
	expect(hours(spanOf({ day: '2026-03-28', from: '23:00', to: '04:00' }, zone))).toBe(4);
	expect(hours(spanOf({ day: '2026-10-24', from: '23:00', to: '04:00' }, zone))).toBe(6);
	expect(spanOf({ day: '2026-03-29', from: '02:30', to: '04:00' }, zone)).toBeNull();
	expect(spanOf({ day: '2026-06-02', from: '', to: '02:00' }, zone)).toBeNull();
});
