import type { HistoryFileNote } from './history-file.ts';

const rows = (n: number): string => `${n} row${n === 1 ? '' : 's'}`;

/** What was assumed or repaired while a file was read, in English. */
export function describeHistoryNote(note: HistoryFileNote): string {
	switch (note.kind) {
		case 'encoding':
			return `the file is not UTF-8: read as ${note.encoding}`;
		case 'local-time':
			return `times carry no zone: read as local to ${note.timeZone}`;
		case 'other-offsets':
			return `times carry the offsets ${note.offsets.join(', ')}, other than those of ${note.timeZone}: placed by their instant, days and weeks are those of ${note.timeZone}`;
		case 'date-order':
			return note.line === null
				? `dates such as 3/4/2025 were read ${note.order}, as asked`
				: `dates such as 3/4/2025 were read ${note.order}: line ${note.line} has ${note.value}`;
		case 'serial-dates':
			return `${rows(note.rows)} from line ${note.firstLine} have a spreadsheet's day number for a time: read as days since 1899-12-30`;
		case 'decimal-comma':
			return `the comma was read as the decimal mark: line ${note.line} has ${note.value}`;
		case 'thousands':
			return `thousands separators were taken out: line ${note.line} has ${note.value}`;
		case 'unread-columns':
			return `columns that were not read: ${note.columns.join(', ')}`;
		case 'not-measured':
			return `${rows(note.rows)} without a count: taken as not measured, not as zero`;
		case 'same-twice':
			return `${rows(note.rows)} from line ${note.firstLine} say again what an earlier row of the interval says: counted once`;
		case 'repeated-hour':
			return `${rows(note.rows)} from line ${note.firstLine} lie in an hour that the clocks repeat: the first of a time is the earlier, the second the later`;
		case 'repeated-hour-once':
			return `${rows(note.rows)} from line ${note.firstLine} of an hour that the clocks repeat come only once: taken as the earlier, the later is not measured`;
		case 'skipped-hour':
			return `${rows(note.rows)} from line ${note.firstLine} without contacts lie in an hour that the clocks skip: left out`;
		case 'interval-assumed':
			return `one row a queue says no interval: ${note.seconds / 60} minutes assumed`;
	}
}
