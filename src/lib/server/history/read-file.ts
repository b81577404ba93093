import { readText } from './decode-text.ts';
import { toFactColumns, type FactColumns } from './fact-columns.ts';
import type { HistoryFile } from './history-file.ts';
import { parseHistory, type ParseHistoryOptions } from './parse-history.ts';
import type { QueueSummary } from './queue-summary.ts';
import { summariseQueues } from './summarise-queues.ts';

export interface ReadFile extends Omit<HistoryFile, 'rows'> {
	columns: FactColumns;
	queues: QueueSummary[];
}

/** Bytes (or text) of a history file to rows by column, with what is to be said of them. */
export function readFile(source: Uint8Array | string, options: ParseHistoryOptions): ReadFile {
	const { text, encoding } =
		typeof source === 'string' ? { text: source, encoding: 'UTF-8' as const } : readText(source);
	const { rows, ...file } = parseHistory(text, options);
	if (encoding !== 'UTF-8') file.notes.unshift({ kind: 'encoding', encoding });
	return { ...file, columns: toFactColumns({ rows }), queues: summariseQueues({ ...file, rows }) };
}
