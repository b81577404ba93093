const DAY_MS = 86_400_000;
const MONDAY = 1;

/** The days on which a roster of a plan may begin: its Mondays; its first day when it has none. */
export function startDays(dates: readonly string[]): string[] {
	const mondays = dates.filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === MONDAY);
	return mondays.length > 0 ? mondays : dates.slice(0, 1);
}

/** The dates from one on, as many as asked for. */
export function datesFrom(start: string, days: number): string[] {
	const first = Date.parse(`${start}T00:00:00Z`);
	return Array.from({ length: days }, (_, n) => new Date(first + n * DAY_MS).toISOString().slice(0, 10));
}
