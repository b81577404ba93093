/** One interval of one queue as a history file tells it. */
export interface HistoryRow {
	line: number;
	startMs: number;
	queue: string;
	/** Amazon Connect's ChannelType, where the file has one. */
	channel: string | null;
	offered: number;
	answered: number | null;
	abandoned: number | null;
	ahtSeconds: number | null;
}

export type HistoryFormat = 'marea' | 'two-column' | 'amazon-connect';

/** Codes, so that each language can say them; `describeHistoryError` says them in English. */
export type HistoryProblem =
	| 'empty-file'
	| 'binary-file'
	| 'too-large'
	| 'unknown-format'
	| 'missing-column'
	| 'field-count'
	| 'not-a-time'
	| 'ambiguous-date'
	| 'not-a-number'
	| 'ambiguous-number'
	| 'negative'
	| 'missing-value'
	| 'duplicate'
	| 'nonexistent-time'
	| 'two-zones'
	| 'two-intervals'
	| 'irregular-interval'
	| 'unknown-time-zone';

export interface HistoryError {
	/** Line of the file, from 1; null for the file as a whole. */
	line: number | null;
	column: string | null;
	value: string | null;
	problem: HistoryProblem;
	/** What was wanted, or what it clashes with. */
	detail: string | null;
}

/** What was assumed or repaired; `describeHistoryNote` says it in English. */
export type HistoryFileNote =
	| { kind: 'encoding'; encoding: 'UTF-16' | 'Windows-1252' }
	| { kind: 'local-time'; timeZone: string }
	| { kind: 'other-offsets'; offsets: string[]; timeZone: string }
	| { kind: 'date-order'; order: 'day-first' | 'month-first'; line: number | null; value: string | null }
	| { kind: 'serial-dates'; rows: number; firstLine: number }
	| { kind: 'decimal-comma'; line: number; value: string }
	| { kind: 'thousands'; line: number; value: string }
	| { kind: 'unread-columns'; columns: string[] }
	| { kind: 'not-measured'; rows: number }
	| { kind: 'same-twice'; rows: number; firstLine: number }
	| { kind: 'repeated-hour'; rows: number; firstLine: number }
	| { kind: 'repeated-hour-once'; rows: number; firstLine: number }
	| { kind: 'skipped-hour'; rows: number; firstLine: number }
	| { kind: 'interval-assumed'; seconds: number };

export interface HistoryFile {
	format: HistoryFormat | null;
	rows: HistoryRow[];
	/** Length of the file's intervals; null while there is no row. */
	intervalSeconds: number | null;
	timeZone: string;
	/** The first thousand; `errorCount` counts them all. */
	errors: HistoryError[];
	errorCount: number;
	notes: HistoryFileNote[];
}
