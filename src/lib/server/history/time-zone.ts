import { tzOffset } from '@date-fns/tz';

export type LocalInstant =
	| { kind: 'once'; utcMs: number }
	/** The clocks were set back over it: it came twice. */
	| { kind: 'twice'; utcMs: number; laterUtcMs: number }
	/** The clocks were set forward over it. */
	| { kind: 'never' };

export interface TimeZone {
	name: string;
	/** Local less UTC, in milliseconds. */
	offsetMs(utcMs: number): number;
	/** Instant of a local time given as if it were UTC. */
	fromLocal(localMs: number): LocalInstant;
}

const DAY_MS = 86_400_000;

/** Null when the runtime knows no such zone. Offsets are looked up once a quarter of an hour on days of change, else once a day. */
export function openTimeZone(name: string): TimeZone | null {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
	} catch {
		return null;
	}
	const lookup = (utcMs: number) => Math.round(tzOffset(name, new Date(utcMs)) * 60_000);
	const days = new Map<number, number | null>();
	const quarters = new Map<number, number>();
	const offsetMs = (utcMs: number): number => {
		const day = Math.floor(utcMs / DAY_MS);
		let whole = days.get(day);
		if (whole === undefined) {
			const [start, end] = [lookup(day * DAY_MS), lookup((day + 1) * DAY_MS)];
			whole = start === end ? start : null;
			days.set(day, whole);
		}
		if (whole !== null) return whole;
		const quarter = Math.floor(utcMs / 900_000);
		let offset = quarters.get(quarter);
		if (offset === undefined) quarters.set(quarter, (offset = lookup(quarter * 900_000)));
		return offset;
	};
	return {
		name,
		offsetMs,
		fromLocal(localMs) {
			const before = localMs - offsetMs(localMs - DAY_MS);
			const after = localMs - offsetMs(localMs + DAY_MS);
			if (before === after) return { kind: 'once', utcMs: before };
			const found = [before, after].filter((utcMs) => utcMs + offsetMs(utcMs) === localMs);
			if (found.length === 0) return { kind: 'never' };
			if (found.length === 1) return { kind: 'once', utcMs: found[0]! };
			return { kind: 'twice', utcMs: Math.min(...found), laterUtcMs: Math.max(...found) };
		}
	};
}
