/** The intervals of a local day. */
export interface DayGrid {
	fromAt: number;
	toAt: number;
	stepMs: number;
	count: number;
}

export const dayGrid = (fromAt: number, toAt: number, intervalSeconds: number): DayGrid => ({
	fromAt,
	toAt,
	stepMs: intervalSeconds * 1000,
	count: Math.ceil((toAt - fromAt) / (intervalSeconds * 1000))
});
