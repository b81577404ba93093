import { formatCount } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { HistoryFileNote } from '#lib/server/history/index.ts';

/** What was assumed or repaired while a file was read, in the page's language. */
export function describeNote(note: HistoryFileNote): string {
	switch (note.kind) {
		case 'encoding':
			return m.history_note_encoding({ encoding: note.encoding });
		case 'local-time':
			return m.history_note_local_time({ zone: note.timeZone });
		case 'other-offsets':
			return m.history_note_other_offsets({ offsets: note.offsets.join(', '), zone: note.timeZone });
		case 'date-order':
			return describeDateOrder(note);
		case 'serial-dates':
			return m.history_note_serial_dates({ rows: formatCount(note.rows), line: note.firstLine });
		case 'decimal-comma':
			return m.history_note_decimal_comma({ line: note.line, value: note.value });
		case 'thousands':
			return m.history_note_thousands({ line: note.line, value: note.value });
		case 'unread-columns':
			return m.history_note_unread_columns({ columns: note.columns.join(', ') });
		case 'not-measured':
			return m.history_note_not_measured({ rows: formatCount(note.rows) });
		case 'same-twice':
			return m.history_note_same_twice({ rows: formatCount(note.rows), line: note.firstLine });
		case 'repeated-hour':
			return m.history_note_repeated_hour({ rows: formatCount(note.rows), line: note.firstLine });
		case 'repeated-hour-once':
			return m.history_note_repeated_hour_once({ rows: formatCount(note.rows), line: note.firstLine });
		case 'skipped-hour':
			return m.history_note_skipped_hour({ rows: formatCount(note.rows), line: note.firstLine });
		case 'interval-assumed':
			return m.history_note_interval_assumed({ minutes: note.seconds / 60 });
	}
}

function describeDateOrder(note: Extract<HistoryFileNote, { kind: 'date-order' }>): string {
	const isDayFirst = note.order === 'day-first';
	if (note.line === null || note.value === null)
		return isDayFirst ? m.history_note_date_order_day_told() : m.history_note_date_order_month_told();
	const seen = { line: note.line, value: note.value };
	return isDayFirst ? m.history_note_date_order_day(seen) : m.history_note_date_order_month(seen);
}
