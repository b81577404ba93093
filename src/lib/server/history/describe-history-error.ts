import type { HistoryError, HistoryProblem } from './history-file.ts';

const SENTENCES: Record<HistoryProblem, (error: HistoryError) => string> = {
	'empty-file': ({ detail }) => `the file has no row${detail ? ` (${detail})` : ''}`,
	'binary-file': () => 'this is not a text file: save the sheet as CSV (UTF-8) and try again',
	'too-large': ({ value, detail }) => `the file has ${value} characters, more than ${detail}: split it`,
	'unknown-format': ({ value, detail }) =>
		`the header "${value}" is of no known format: wanted ${detail}, or two columns (a time and a count), or Amazon Connect's history`,
	'missing-column': ({ column, value, detail }) =>
		`there is no column ${column}; the file has ${value}, wanted are ${detail}`,
	'field-count': ({ value, detail }) =>
		`the fields "${value}" are not the ${detail} of the header (a decimal comma, or a separator inside a field without quotes?)`,
	'not-a-time': ({ value, detail }) => `"${value}" is not a time: wanted ${detail}`,
	'ambiguous-date': ({ value, detail }) =>
		`"${value}" may be day or month first, and no date of the file tells: say which, or write the ${detail}`,
	'not-a-number': ({ value, detail }) => `"${value}" is not a number: wanted ${detail}`,
	'ambiguous-number': ({ value }) =>
		`"${value}" may be a decimal or have a thousands separator, and no other number of the file tells: write 1234 or 12.5`,
	negative: ({ value, detail }) => `"${value}" is negative: wanted ${detail}`,
	'missing-value': ({ detail }) => `is empty: wanted ${detail}`,
	duplicate: ({ value, detail }) =>
		`"${value}" has two rows that differ (${detail}): neither is kept, since nobody can tell which is right; sum them or drop one`,
	'nonexistent-time': ({ value, detail }) =>
		`"${value}" does not exist in ${detail}: the clocks were set forward over it, yet it has contacts (another time zone?)`,
	'two-zones': ({ value, detail }) =>
		`"${value}" has another zone than the rest of the file (${detail}): write one zone throughout, or split the file`,
	'two-intervals': ({ value, detail }) =>
		`intervals of ${value} and of ${detail} in one file: import them apart`,
	'irregular-interval': ({ value, detail }) => `"${value}" is off the grid: wanted ${detail}`,
	'unknown-time-zone': ({ value, detail }) => `there is no time zone "${value}": wanted ${detail}`
};

/** An error in English, with its place. */
export function describeHistoryError(error: HistoryError): string {
	const place = [
		error.line === null ? null : `line ${error.line}`,
		error.problem === 'missing-column' ? null : error.column
	]
		.filter((part) => part !== null)
		.join(', ');
	const sentence = SENTENCES[error.problem](error);
	return place ? `${place}: ${sentence}` : sentence;
}
