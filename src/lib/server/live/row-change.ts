import { FIELDS_BY_MEMBER, type RowChange } from '#lib/contracts/live.ts';

type Fields = Record<string, unknown>;

function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	const keys = Object.keys(a);
	return (
		keys.length === Object.keys(b).length &&
		keys.every((key) => isSame((a as Fields)[key], (b as Fields)[key]))
	);
}

/** The fields of `now` that are not as they were; null when all are. */
export function changedMembers(before: object, now: object): Fields | null {
	let change: Fields | null = null;
	for (const key in now)
		if (!isSame((before as Fields)[key], (now as Fields)[key])) (change ??= {})[key] = (now as Fields)[key];
	return change;
}

/** What a reader who holds `before` has to be told to hold `now`, with the row's id; null when nothing. */
export function rowChange<Row extends { id: string }>(
	before: Row | undefined,
	now: Row
): (RowChange<Row> & { id: string }) | null {
	if (!before) return now as RowChange<Row> & { id: string };
	const change = changedMembers(before, now);
	if (!change) return null;
	for (const key in change)
		if (FIELDS_BY_MEMBER.includes(key) && (before as Fields)[key] && change[key])
			change[key] = changedMembers((before as Fields)[key] as Fields, (now as Fields)[key] as Fields);
	return { id: now.id, ...change } as RowChange<Row> & { id: string };
}
