/** Where a value lies between the lowest and highest, 0–1; null stays unknown, a flat map is all in the middle. */
export function heatStep(value: number | null, low: number, high: number): number | null {
	if (value === null) return null;
	if (!(high > low)) return 0.5;
	return Math.min(1, Math.max(0, (value - low) / (high - low)));
}
