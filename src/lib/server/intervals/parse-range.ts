/** A query of the intervals that cannot be answered as it stands. */
export class InvalidRange extends Error {
	readonly status = 400;
}

export const INTERVALS = { '15m': 900, '30m': 1_800, '1h': 3_600, '1d': 86_400 } as const;
export type IntervalName = keyof typeof INTERVALS;

export interface IntervalRange {
	fromMs: number;
	toMs: number;
	interval: IntervalName;
	queue: string | null;
}

const MAX_INTERVALS = 200_000;

function instant(name: string, text: string | null): number {
	if (!text)
		throw new InvalidRange(
			`Reading intervals: "${name}" is missing; give an instant such as 2026-11-22T00:00:00Z.`
		);
	// A "+" that was not percent-encoded arrives as a space.
	const fixed = text.trim().replace(/ (\d{2}:\d{2})$/, '+$1');
	const ms = /T.*([Zz]|[+-]\d{2}:?\d{2})$/.test(fixed) ? Date.parse(fixed) : NaN;
	if (!Number.isFinite(ms))
		throw new InvalidRange(
			`Reading intervals: ${name} "${text}" must be an RFC 3339 instant with its offset, such as 2026-11-22T00:00:00Z.`
		);
	return ms;
}

/** Reads `from`, `to`, `interval` and `queue`; throws InvalidRange with what was wanted. */
export function parseRange(query: URLSearchParams): IntervalRange {
	const fromMs = instant('from', query.get('from'));
	const toMs = instant('to', query.get('to'));
	const interval = (query.get('interval') ?? '15m') as IntervalName;
	if (!Object.hasOwn(INTERVALS, interval))
		throw new InvalidRange(
			`Reading intervals: interval "${interval}" must be one of ${Object.keys(INTERVALS).join(', ')}.`
		);
	if (toMs <= fromMs) throw new InvalidRange('Reading intervals: "to" must be later than "from".');
	if ((toMs - fromMs) / 1000 / INTERVALS[interval] > MAX_INTERVALS)
		throw new InvalidRange(
			`Reading intervals: from–to holds more than ${MAX_INTERVALS} intervals of ${interval}; ask for a shorter span.`
		);
	return { fromMs, toMs, interval, queue: query.get('queue') };
}
