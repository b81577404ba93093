const DAY_MS = 86_400_000;
const WINDOW_DAYS = 14;

/**
 * The two weeks of intervals that are shown: those from the local day asked for, else a week either side of the
 * forecast's start. `null` dates lead nowhere.
 */
export function shownWindow(
	asked: string | null,
	{ firstAt, historyAt, toAt }: { firstAt: number; historyAt: number; toAt: number },
	zone: { offsetMs(utcMs: number): number }
): { fromAt: number; toAt: number; from: string; before: string | null; after: string | null } {
	const dayOf = (at: number) => Math.floor((at + zone.offsetMs(at)) / DAY_MS);
	const [least, most] = [dayOf(historyAt), Math.max(dayOf(historyAt), dayOf(toAt - 1) - WINDOW_DAYS + 1)];
	const parsed = asked === null ? Number.NaN : Date.parse(`${asked}T00:00:00Z`) / DAY_MS;
	const wanted = Number.isNaN(parsed) ? dayOf(firstAt) - WINDOW_DAYS / 2 : parsed;
	const day = Math.min(most, Math.max(least, wanted));
	const at = (one: number) => one * DAY_MS - zone.offsetMs(one * DAY_MS);
	const text = (one: number) => new Date(one * DAY_MS).toISOString().slice(0, 10);
	return {
		fromAt: at(day),
		toAt: at(day + WINDOW_DAYS),
		from: text(day),
		before: day > least ? text(Math.max(least, day - WINDOW_DAYS / 2)) : null,
		after: day < most ? text(Math.min(most, day + WINDOW_DAYS / 2)) : null
	};
}
