export type NumberReading = { kind: 'empty' } | { kind: 'number'; value: number } | { kind: 'invalid' };

/** What a person typed as a number, with a decimal comma or point; grouping marks are not guessed at. */
export function readNumber(text: string): NumberReading {
	const trimmed = text.trim().replace('−', '-');
	if (trimmed === '') return { kind: 'empty' };
	if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed)) return { kind: 'invalid' };
	return { kind: 'number', value: Number(trimmed.replace(',', '.')) };
}
