import { instantsOf, localFields } from '#lib/format/index.ts';

const DAY_MS = 86_400_000;

/**
 * The span between two times of a zone's clock on a day; an end at or before the start is of the day after. Where the
 * clock shows a time twice it is the first, of the end the first after the start. Null where the clock never shows one.
 */
export function spanOf(
	{ day, from, to }: { day: string; from: string; to: string },
	timeZone: string
): { fromAt: number; toAt: number } | null {
	const [fromAt] = instantsOf(day, from, timeZone);
	if (fromAt === undefined) return null;
	const noon = instantsOf(day, '12:00', timeZone)[0];
	const next = noon === undefined ? day : localFields(noon + DAY_MS, timeZone).day;
	const toAt = [...instantsOf(day, to, timeZone), ...instantsOf(next, to, timeZone)].find(
		(at) => at > fromAt
	);
	return toAt === undefined ? null : { fromAt, toAt };
}
