const HOUR_SECONDS = 3600;

/** What a person typed as the amount of a change: +20 (%) is a factor of 1.2, 15 an interval is a rate an hour. */
export function toAmount(
	typed: number,
	measure: 'offered' | 'aht',
	operation: string,
	intervalSeconds: number
): number {
	if (operation === 'factor') return (100 + typed) / 100;
	if (operation === 'value' && measure === 'offered') return (typed * HOUR_SECONDS) / intervalSeconds;
	return typed;
}
