/** The colour of the nth series, from the tokens. */
export function seriesColor(index: number, given?: string): string {
	return given ?? `var(--series-${(index % 8) + 1})`;
}
