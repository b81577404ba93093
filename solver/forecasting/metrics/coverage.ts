/** Share of actual values inside their band, ends included; null without values. */
export function coverage(bands: readonly { p10: number; p90: number; actual: number }[]): number | null {
	if (bands.length === 0) return null;
	return bands.filter(({ p10, p90, actual }) => actual >= p10 && actual <= p90).length / bands.length;
}
