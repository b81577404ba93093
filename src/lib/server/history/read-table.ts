import papaparse from 'papaparse';

export interface TableLine {
	line: number;
	fields: string[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/** Splits the text of a CSV (comma, semicolon, tab or bar; quotes; byte order mark) into its lines, blank ones left out. */
export function readTable(text: string): TableLine[] {
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	const { data } = papaparse.parse<string[]>(body, { delimiter: delimiterOf(body), skipEmptyLines: false });
	const lines: TableLine[] = [];
	let line = 1;
	for (const fields of data) {
		if (fields.length > 1 || fields[0]!.trim() !== '') lines.push({ line, fields });
		line++;
		for (const field of fields) if (field.includes('\n')) line += field.split('\n').length - 1;
	}
	return lines;
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
	const first = /^\s*([^\r\n]+)/.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? '';
	let best = ',';
	let most = 0;
	for (const delimiter of DELIMITERS) {
		const count = first.split(delimiter).length - 1;
		if (count > most) [best, most] = [delimiter, count];
	}
	return best;
}
