/** The month after an instant's, YYYY-MM, where local time is this far ahead of UTC. */
export function nextMonth(atMs: number, offsetMs: number): string {
	const local = new Date(atMs + offsetMs);
	return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
}
