export interface ParsedTime {
	/** The wall-clock time read as if it were UTC. */
	localMs: number;
	/** Zone written with it, in minutes east of UTC; null when none was. */
	offsetMinutes: number | null;
}

export type DateOrder = 'day-first' | 'month-first';

const ISO =
	/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([AP]M)?$/i;

/** The two numbers of a date such as 3/4/2003, whose order only the rest of the file can tell; else null. */
export function slashedDate(text: string): [number, number] | null {
	const match = SLASHED.exec(text.trim());
	return match ? [Number(match[1]), Number(match[2])] : null;
}

/** ISO 8601 with or without a zone, and slashed dates in the given order. Null for anything else. */
export function parseTime(text: string, order: DateOrder | null): ParsedTime | null {
	const trimmed = text.trim();
	const iso = ISO.exec(trimmed);
	if (iso) {
		const localMs = wallClock(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]);
		return localMs === null ? null : { localMs, offsetMinutes: offsetOf(iso[7]) };
	}
	const match = order ? SLASHED.exec(trimmed) : null;
	if (!match) return null;
	const [day, month] = order === 'day-first' ? [match[1], match[2]] : [match[2], match[1]];
	let hour = match[4];
	if (match[7]) {
		if (!hour || Number(hour) < 1 || Number(hour) > 12) return null;
		hour = String((Number(hour) % 12) + (match[7].toUpperCase() === 'PM' ? 12 : 0));
	}
	const localMs = wallClock(match[3], month, day, hour, match[5], match[6]);
	return localMs === null ? null : { localMs, offsetMinutes: null };
}

function wallClock(
	year?: string,
	month?: string,
	day?: string,
	hour = '0',
	minute = '0',
	second = '0'
): number | null {
	const [h, m, s] = [Number(hour), Number(minute), Number(second)];
	if (h > 23 || m > 59 || s > 59) return null;
	const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), h, m, s);
	// Date.UTC rolls the 31st of April over into May.
	return new Date(ms).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12 ? ms : null;
}

function offsetOf(zone: string | undefined): number | null {
	if (!zone) return null;
	if (zone.toUpperCase() === 'Z') return 0;
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
	return zone.startsWith('-') ? -minutes : minutes;
}
