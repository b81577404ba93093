import { formatCount } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { HistoryFileNote } from '#lib/server/history/index.ts';

/** What was assumed while a file was read, in the page's language. */
export function describeNote(note: HistoryFileNote): string {
	switch (note.kind) {
		case 'local-time':
			return m.history_note_local_time({ zone: note.timeZone });
		case 'not-measured':
			return m.history_note_not_measured({ rows: formatCount(note.rows) });
		case 'repeated-hour':
			return m.history_note_repeated_hour({ rows: formatCount(note.rows), line: note.firstLine });
		case 'skipped-hour':
			return m.history_note_skipped_hour({ rows: formatCount(note.rows), line: note.firstLine });
		case 'interval-assumed':
			return m.history_note_interval_assumed({ minutes: note.seconds / 60 });
	}
}
