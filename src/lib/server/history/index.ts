export type {
	HistoryError,
	HistoryFile,
	HistoryFileNote,
	HistoryFormat,
	HistoryProblem,
	HistoryRow
} from './history-file.ts';
export { decodeText } from './decode-text.ts';
export { describeHistoryError } from './describe-history-error.ts';
export { parseHistory, type ParseHistoryOptions } from './parse-history.ts';
export { openTimeZone, type LocalInstant, type TimeZone } from './time-zone.ts';
export { toCallHistories, type QueueHistory } from './to-call-histories.ts';
export { importHistory, type ImportHistoryInput, type ImportHistoryResult } from './import-history.ts';
export { undoImport } from './undo-import.ts';
export { findImportReport, type ImportReport } from './find-import-report.ts';
export { describeHistoryNote } from './describe-history-note.ts';
export { describeQueueSummary } from './describe-queue-summary.ts';
export type { QueueSummary } from './queue-summary.ts';
export type { DateOrder } from './parse-time.ts';
export { listHistory, type QueueCoverage } from './list-history.ts';
export { readFacts, type QueueFacts } from './read-facts.ts';
export { isoInZone } from './iso-in-zone.ts';
export {
	COVERAGE_DAYS,
	readCoverage,
	type Coverage,
	type CoverageGap,
	type CoverageState
} from './read-coverage.ts';
