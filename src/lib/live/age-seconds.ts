/**
 * How long something has lasted, in whole seconds, on the clock of the source that told of it; null where nothing
 * lasts. A source whose clock runs a little ahead gives 0, not a negative age.
 */
export function ageSeconds(sinceMs: number | null, wallMs: number, clockOffsetMs: number): number | null {
	return sinceMs === null ? null : Math.max(0, Math.floor((wallMs + clockOffsetMs - sinceMs) / 1000));
}
