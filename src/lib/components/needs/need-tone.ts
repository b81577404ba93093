/** From here on it cannot wait. */
const BREACH_AT = 0.75;
const WATCH_AT = 0.5;

export const needTone = (urgency: number): 'breach' | 'watch' | null =>
	urgency >= BREACH_AT ? 'breach' : urgency >= WATCH_AT ? 'watch' : null;
