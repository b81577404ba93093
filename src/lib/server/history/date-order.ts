import type { FileLayout } from './detect-format.ts';
import type { ErrorList } from './error-list.ts';
import type { HistoryFileNote } from './history-file.ts';
import { slashedDate, type DateOrder } from './parse-time.ts';
import type { TableLine } from './read-table.ts';

/**
 * Which number of 3/4/2003 is the day: as the caller says, or told by any date of the file whose other reading does
 * not exist. `ambiguous`: no date tells, and the file is refused.
 */
export function dateOrderOf(
	body: readonly TableLine[],
	{ columns, names }: FileLayout,
	told: DateOrder | undefined,
	errors: ErrorList,
	notes: HistoryFileNote[]
): DateOrder | null | 'ambiguous' {
	const at = (columns['time'] ?? columns['interval_start'] ?? columns['TimeStamp'])!;
	let ambiguous: TableLine | null = null;
	for (const line of body) {
		const parts = slashedDate(line.fields[at] ?? '');
		if (!parts) continue;
		ambiguous ??= line;
		const order = told ?? (parts[0] > 12 ? 'day-first' : parts[1] > 12 ? 'month-first' : null);
		if (!order) continue;
		notes.push({
			kind: 'date-order',
			order,
			line: told ? null : line.line,
			value: told ? null : line.fields[at]!.trim()
		});
		return order;
	}
	if (!ambiguous) return null;
	errors.add(ambiguous.line, names[at]!, ambiguous.fields[at]!, 'ambiguous-date', 'year first: 2003-04-30');
	return 'ambiguous';
}
