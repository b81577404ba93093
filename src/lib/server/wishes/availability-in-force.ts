import type { WeekRange } from '#lib/contracts/requests.ts';

/** What was approved for one person: `ranges` null is any time. */
export interface Approved {
	order: number;
	validFrom: string;
	ranges: WeekRange[] | null;
}

/** What holds on a date: of what is valid by then, the one that begins last, and of those the one approved last. */
export function availabilityOn(approved: readonly Approved[], date: string): WeekRange[] | null {
	let holds: Approved | null = null;
	for (const one of approved) {
		if (one.validFrom > date) continue;
		if (
			!holds ||
			one.validFrom > holds.validFrom ||
			(one.validFrom === holds.validFrom && one.order > holds.order)
		)
			holds = one;
	}
	return holds?.ranges ?? null;
}

/** Whether somebody who could work by `before` could work less by `after`: some time of the week is lost. */
export function isReduced(before: WeekRange[] | null, after: WeekRange[] | null): boolean {
	if (after === null) return false;
	// At any time is past midnight, too.
	const whole = Array.from({ length: 7 }, (_, weekday) => ({ weekday, fromMinute: 0, toMinute: 2_880 }));
	return (before ?? whole).some(
		({ weekday, fromMinute, toMinute }) =>
			!after.some(
				(range) => range.weekday === weekday && range.fromMinute <= fromMinute && range.toMinute >= toMinute
			)
	);
}

/** Ranges of a weekday that touch or overlap as one, in order of weekday and time. */
export function joinRanges(ranges: readonly WeekRange[]): WeekRange[] {
	const joined: WeekRange[] = [];
	for (const range of [...ranges].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)) {
		const last = joined.at(-1);
		if (last && last.weekday === range.weekday && range.fromMinute <= last.toMinute)
			last.toMinute = Math.max(last.toMinute, range.toMinute);
		else joined.push({ ...range });
	}
	return joined;
}
