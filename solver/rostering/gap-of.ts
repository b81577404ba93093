/** Whether the bound proves the objective, but for rounding in the engine that found the bound. */
export const isMet = (objective: number, bound: number): boolean =>
	objective - bound <= 1e-6 * Math.max(1, Math.abs(objective));

/** Relative gap; 0 when both are 0, null without a bound. */
export function gapOf(objective: number, bound: number | null): number | null {
	if (bound === null) return null;
	return isMet(objective, bound) ? 0 : (objective - bound) / Math.max(1e-9, Math.abs(objective));
}
