import { formatCount, formatDate, formatPercent, formatWeekday } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ForecastDetail } from '#lib/server/forecasts/index.ts';

type Note = ForecastDetail['notes'][number];

/** What the forecaster did besides forecasting, in the page's language. */
export function describeNote(note: Note, nameOf: (queueId: string) => string): string {
	switch (note.kind) {
		case 'no-data':
			return m.forecast_note_no_data();
		case 'all-zero':
			return m.forecast_note_all_zero();
		case 'short-history':
			return m.forecast_note_short({ days: note.days });
		case 'weekdays-assumed':
			return m.forecast_note_weekdays({
				// The solver's Sunday is 0.
				days: note.weekdays.map((day) => formatWeekday(day === 0 ? 7 : day, { style: 'long' })).join(', ')
			});
		case 'rest-of-last-day':
			return m.forecast_note_rest({ count: note.intervals });
		case 'repaired':
			return m.forecast_note_repaired({ count: formatCount(note.repairs.length) });
		case 'level-shift':
			return m.forecast_note_level_shift({
				// A local day: read in UTC it stays what it is.
				day: formatDate(note.day * 86_400_000, 'UTC', { style: 'medium' }),
				share: formatPercent(note.factor - 1, { signed: true })
			});
		case 'borrowed':
			return m.forecast_note_borrowed({ queue: nameOf(note.from), days: formatCount(note.days) });
	}
}
