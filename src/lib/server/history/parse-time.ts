export interface ParsedTime {
	/** The wall-clock time read as if it were UTC. */
	localMs: number;
	/** Zone written with it, in minutes east of UTC; null when none was. */
	offsetMinutes: number | null;
	/** Written as a spreadsheet's day number. */
	isSerial?: boolean;
}

export type DateOrder = 'day-first' | 'month-first';

const ISO =
	/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const SLASHED =
	/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([ap])?(?:\.?\s?m\.?)?$/i;
/** Days since 1899-12-30, from 1970 to 2099. */
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
const [FIRST_SERIAL, LAST_SERIAL, UNIX_SERIAL] = [25_569, 73_050, 25_569];
const EPOCH = /^\d{10}(?:\d{3})?$/;
const [FIRST_YEAR, LAST_YEAR] = [1970, 2099];
const DAY_SECONDS = 86_400;

/** The two numbers of a date such as 3/4/2003, whose order only the rest of the file can tell; else null. */
export function slashedDate(text: string): [number, number] | null {
	const match = SLASHED.exec(text.trim());
	return match ? [Number(match[1]), Number(match[2])] : null;
}

/**
 * ISO 8601 with or without a zone, slashed dates in the given order, a spreadsheet's day number, and seconds or
 * milliseconds since 1970. Null for anything else, and for years before 1970 or after 2099.
 */
export function parseTime(text: string, order: DateOrder | null): ParsedTime | null {
	const trimmed = text.trim();
	const iso = ISO.exec(trimmed);
	if (iso) {
		const localMs = wallClock(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]);
		return localMs === null ? null : { localMs, offsetMinutes: offsetOf(iso[7]) };
	}
	if (SERIAL.test(trimmed)) return serial(trimmed);
	if (EPOCH.test(trimmed)) {
		const localMs = Number(trimmed) * (trimmed.length === 10 ? 1000 : 1);
		return inYears(localMs) ? { localMs, offsetMinutes: 0 } : null;
	}
	const match = order ? SLASHED.exec(trimmed) : null;
	if (!match) return null;
	const [day, month] = order === 'day-first' ? [match[1], match[2]] : [match[2], match[1]];
	const year = match[3]!.length === 2 ? `20${match[3]}` : match[3];
	let hour = match[4];
	if (match[7]) {
		if (!hour || Number(hour) < 1 || Number(hour) > 12) return null;
		hour = String((Number(hour) % 12) + (match[7].toLowerCase() === 'p' ? 12 : 0));
	}
	const localMs = wallClock(year, month, day, hour, match[5], match[6]);
	return localMs === null ? null : { localMs, offsetMinutes: null };
}

const inYears = (ms: number): boolean => {
	const year = new Date(ms).getUTCFullYear();
	return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** A day number's fraction has few digits: what comes within two seconds of a minute is that minute. */
function serial(text: string): ParsedTime | null {
	const days = Number(text.replace(',', '.'));
	if (days < FIRST_SERIAL || days > LAST_SERIAL) return null;
	const seconds = Math.round((days - UNIX_SERIAL) * DAY_SECONDS);
	const minute = Math.round(seconds / 60) * 60;
	const snapped = Math.abs(seconds - minute) <= 2 ? minute : seconds;
	return { localMs: snapped * 1000, offsetMinutes: null, isSerial: true };
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
	const exists = new Date(ms).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
	return exists && inYears(ms) ? ms : null;
}

function offsetOf(zone: string | undefined): number | null {
	if (!zone) return null;
	if (zone.toUpperCase() === 'Z') return 0;
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
	return zone.startsWith('-') ? -minutes : minutes;
}
