import type { DayDifference, PublishedShift } from '#lib/contracts/publishing.ts';

/**
 * Local days on which somebody's shifts are otherwise than they were, in order; a shift belongs to the day on which it
 * begins.
 *
 * @param dateOf an instant's local date, YYYY-MM-DD
 */
export function differencesBetween(
	before: readonly PublishedShift[],
	after: readonly PublishedShift[],
	dateOf: (at: number) => string
): DayDifference[] {
	const byDate = (shifts: readonly PublishedShift[]) =>
		Map.groupBy(
			[...shifts].sort((a, b) => a.startAt - b.startAt),
			({ startAt }) => dateOf(startAt)
		);
	const [was, is] = [byDate(before), byDate(after)];
	return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((date) => {
		const [old, now] = [was.get(date) ?? [], is.get(date) ?? []];
		return textOf(old) === textOf(now) ? [] : [{ date, before: old.map(plain), after: now.map(plain) }];
	});
}

/** Nothing but the shift: what else a row of the database brings is no difference. */
const plain = ({ startAt, endAt, breaks }: PublishedShift): PublishedShift => ({ startAt, endAt, breaks });

const textOf = (shifts: readonly PublishedShift[]): string =>
	JSON.stringify(
		shifts.map(({ startAt, endAt, breaks }) => [
			startAt,
			endAt,
			breaks
				.map(({ startAt: from, endAt: to, isPaid, kind }) => [from, to, isPaid, kind ?? 'break'])
				.sort((a, b) => Number(a[0]) - Number(b[0]))
		])
	);
