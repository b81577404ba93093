import type { FileLayout } from './detect-format.ts';
import type { ErrorList } from './error-list.ts';
import { slashedDate, type DateOrder } from './parse-time.ts';
import type { TableLine } from './read-table.ts';

/** Which number of 3/4/2003 is the day: told by any date of the file whose other reading does not exist. */
export function dateOrderOf(
	body: readonly TableLine[],
	{ columns, names }: FileLayout,
	errors: ErrorList
): DateOrder | null {
	const at = columns['time']!;
	let ambiguous: TableLine | null = null;
	for (const line of body) {
		const parts = slashedDate(line.fields[at] ?? '');
		if (!parts) continue;
		if (parts[0] > 12) return 'day-first';
		if (parts[1] > 12) return 'month-first';
		ambiguous ??= line;
	}
	if (ambiguous)
		errors.add(ambiguous.line, names[at]!, ambiguous.fields[at]!, 'ambiguous-date', 'year first: 2003-04-30');
	return null;
}
