import { describe, expect, it } from 'vitest';
import { shownWindow } from './shown-window.ts';

const utc = { offsetMs: () => 0 };
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
const span = { historyAt: at('2026-03-01'), firstAt: at('2026-03-29'), toAt: at('2026-04-26') };

describe('shownWindow()', () => {
	it('begins a week before the forecast and moves by weeks', () => {
		expect(shownWindow(null, span, utc)).toEqual({
			fromAt: at('2026-03-22'),
			toAt: at('2026-04-05'),
			from: '2026-03-22',
			before: '2026-03-15',
			after: '2026-03-29'
		});
	});

	it('stays between the first day of the history and the last of the forecast', () => {
		expect(shownWindow('2020-01-01', span, utc)).toMatchObject({ from: '2026-03-01', before: null });
		expect(shownWindow('2030-01-01', span, utc)).toMatchObject({ from: '2026-04-12', after: null });
		expect(shownWindow('nonsense', span, utc).from).toBe('2026-03-22');
	});

	it('shows a short forecast whole', () => {
		const short = { historyAt: at('2026-03-27'), firstAt: at('2026-03-29'), toAt: at('2026-03-31') };
		expect(shownWindow(null, short, utc)).toMatchObject({ from: '2026-03-27', before: null, after: null });
	});
});
