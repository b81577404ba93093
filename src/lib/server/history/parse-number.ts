import type { HistoryProblem } from './history-file.ts';

export type ParsedNumber =
	{ kind: 'number'; value: number } | { kind: 'not-measured' } | { kind: 'refused'; problem: HistoryProblem };

const PLAIN = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const NOT_MEASURED = new Set(['', 'na', 'n/a', 'null', 'nan', '-', '–']);

/** A count or a duration. A comma is refused: 1,234 may be a thousand and more, or one and a bit. */
export function parseNumber(text: string): ParsedNumber {
	const trimmed = text.trim();
	if (PLAIN.test(trimmed)) {
		const value = Number(trimmed);
		if (value < 0) return { kind: 'refused', problem: 'negative' };
		return Number.isFinite(value)
			? { kind: 'number', value: value + 0 }
			: { kind: 'refused', problem: 'not-a-number' };
	}
	if (NOT_MEASURED.has(trimmed.toLowerCase())) return { kind: 'not-measured' };
	return { kind: 'refused', problem: /^[+-]?\d[\d.]*,\d+$/.test(trimmed) ? 'decimal-comma' : 'not-a-number' };
}
