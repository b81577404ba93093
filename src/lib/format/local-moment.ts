import { TZDate } from '@date-fns/tz';

const two = (part: number): string => String(part).padStart(2, '0');
const OFFSETS_APART_MS = 26 * 3_600_000;

/** An instant's day and time of day in a zone, as date and time fields hold them: "2026-11-28", "10:15". */
export function localFields(atMs: number, timeZone: string): { day: string; time: string } {
	const date = new TZDate(atMs, timeZone);
	const year = String(date.getFullYear()).padStart(4, '0');
	return {
		day: `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
		time: `${two(date.getHours())}:${two(date.getMinutes())}`
	};
}

/** An instant to the second with the zone's offset, as it stands in an address: "2026-11-28T10:15:00+01:00". */
export function localInstant(atMs: number, timeZone: string): string {
	const date = new TZDate(atMs, timeZone);
	const { day, time } = localFields(atMs, timeZone);
	const minutes = -date.getTimezoneOffset();
	const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
	return `${day}T${time}:${two(date.getSeconds())}${offset}`;
}

/**
 * The instants at which the zone's clocks show this: one; two where the clocks go back over it, the earlier first;
 * none where they skip it.
 */
export function instantsOf(day: string, time: string, timeZone: string): number[] {
	const asUtc = Date.parse(`${day}T${time}Z`);
	if (!Number.isFinite(asUtc)) return [];
	const found = new Set<number>();
	for (const near of [asUtc - OFFSETS_APART_MS, asUtc, asUtc + OFFSETS_APART_MS]) {
		const atMs = asUtc + new TZDate(near, timeZone).getTimezoneOffset() * 60_000;
		const shown = localFields(atMs, timeZone);
		if (shown.day === day && shown.time === time.slice(0, 5)) found.add(atMs);
	}
	return [...found].sort((a, b) => a - b);
}
