import type { HistoryProblem } from './history-file.ts';

export type ParsedNumber =
	{ kind: 'number'; value: number } | { kind: 'not-measured' } | { kind: 'refused'; problem: HistoryProblem };

const PLAIN = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const MAY_GROUP = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const WITH_MARKS = /^[+-]?\d[\d.,]*$/;
const SPACES = /(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))/g;
const NOT_MEASURED = new Set(['', 'na', 'n/a', 'null', 'nan', '-', '–']);

/**
 * A count or a duration. Without a word on the file's decimal mark, 1,234 and 1.234 are refused: a thousand and
 * more, or one and a bit.
 *
 * @param decimal the file's decimal mark; null when its values do not tell
 * @param threeDecimals the column is written with three decimals throughout
 */
export function parseNumber(
	text: string,
	decimal: '.' | ',' | null = null,
	threeDecimals = false
): ParsedNumber {
	const trimmed = text.trim().replace(SPACES, '');
	if (NOT_MEASURED.has(trimmed.toLowerCase())) return { kind: 'not-measured' };
	if (decimal !== ',' && PLAIN.test(trimmed)) {
		if (decimal === null && !threeDecimals && MAY_GROUP.test(trimmed))
			return { kind: 'refused', problem: 'ambiguous-number' };
		return checked(Number(trimmed));
	}
	if (!WITH_MARKS.test(trimmed)) {
		if (PLAIN.test(trimmed)) return checked(Number(trimmed));
		return { kind: 'refused', problem: 'not-a-number' };
	}
	if (decimal === null) return { kind: 'refused', problem: 'ambiguous-number' };
	const [group, mark] = decimal === ',' ? ['.', ','] : [',', '.'];
	const [whole, fraction, ...more] = trimmed.split(mark!);
	const groups = whole!.split(group!);
	const wellGrouped = groups.slice(1).every((part) => part.length === 3) && groups[0]!.length > 0;
	if (more.length > 0 || !wellGrouped || (fraction !== undefined && !/^\d+$/.test(fraction)))
		return { kind: 'refused', problem: 'not-a-number' };
	return checked(Number(groups.join('') + (fraction === undefined ? '' : `.${fraction}`)));
}

function checked(value: number): ParsedNumber {
	if (value < 0) return { kind: 'refused', problem: 'negative' };
	return Number.isFinite(value)
		? { kind: 'number', value: value + 0 }
		: { kind: 'refused', problem: 'not-a-number' };
}
