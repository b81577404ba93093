import type { FileLayout } from './detect-format.ts';
import type { HistoryFileNote } from './history-file.ts';
import type { TableLine } from './read-table.ts';

/** How a file writes its numbers, as far as its own values tell. */
export interface NumberStyle {
	/** Null: no value tells. */
	decimal: '.' | ',' | null;
	/** Columns in which every value has a point and three digits: so many decimals, not thousands. */
	threeDecimals: ReadonlySet<number>;
}

const NUMERIC = [
	'offered',
	'answered',
	'abandoned',
	'aht_seconds',
	'IncomingContactVolume',
	'AverageHandleTime',
	'ContactsHandled'
];
const WHOLE = /^[+-]?\d+$/;
/** 1.234.567 and 1.234,5 and 12,5; the first group names the mark that can only be for thousands. */
const GROUPS_AND_DECIMALS = /^[+-]?\d{1,3}(?:([.,])\d{3})+([.,])\d+$/;
const TWO_GROUPS = /^[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})+$/;
const ONE_MARK = /^[+-]?(\d+)([.,])(\d+)$/;
const SPACED = /^[+-]?\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+(?:[.,]\d+)?$/;

/**
 * Tells decimal from thousands separators by the file's own values: 12,5 can only be a decimal, 1.234.567 only
 * thousands. A file whose values speak for both keeps neither; its doubtful numbers are refused one by one.
 */
export function numberStyleOf(
	body: readonly TableLine[],
	{ columns }: FileLayout,
	notes: HistoryFileNote[]
): NumberStyle {
	const found: Record<'.' | ',', { line: number; value: string } | null> = { '.': null, ',': null };
	let grouped: { line: number; value: string } | null = null;
	const threeDecimals = new Set<number>();
	for (const at of NUMERIC.flatMap((name) => columns[name] ?? [])) {
		let [marked, plain] = [false, false];
		for (const { line, fields } of body) {
			const value = fields[at]?.trim() ?? '';
			if (value === '') continue;
			if (WHOLE.test(value)) {
				plain = true;
				continue;
			}
			if (SPACED.test(value)) grouped ??= { line, value };
			const decimal = decimalOf(value);
			if (decimal === null) continue;
			if (decimal === 'unknown') {
				if (value.includes('.')) marked = true;
				else plain = true;
				continue;
			}
			found[decimal] ??= { line, value };
			if (/[.,]\d{3}[.,]/.test(value)) grouped ??= { line, value };
		}
		if (marked && !plain) threeDecimals.add(at);
	}
	const decimal = found['.'] && found[','] ? null : found['.'] ? '.' : found[','] ? ',' : null;
	if (decimal === ',') notes.push({ kind: 'decimal-comma', ...found[',']! });
	if (grouped && (decimal !== null || SPACED.test(grouped.value)))
		notes.push({ kind: 'thousands', ...grouped });
	return { decimal, threeDecimals };
}

/** The decimal mark that a number shows; `unknown` where it may be either; null where it shows nothing. */
function decimalOf(value: string): '.' | ',' | 'unknown' | null {
	const groups = TWO_GROUPS.exec(value);
	if (groups) return groups[1] === '.' ? ',' : '.';
	const both = GROUPS_AND_DECIMALS.exec(value);
	if (both && both[1] !== both[2]) return both[2] as '.' | ',';
	const one = ONE_MARK.exec(value);
	if (!one) return null;
	const [, before, mark, after] = one;
	const mayGroup = after!.length === 3 && before!.length <= 3 && !before!.startsWith('0');
	return mayGroup ? 'unknown' : (mark as '.' | ',');
}
