import { weekdayOf } from './calendar.ts';
import { intervalsPerDay, type CallHistory } from './call-history.ts';

/** A history reduced to the columns that are ever open: what every model learns from. */
export interface Training {
	intervalSeconds: number;
	firstDay: number;
	dayCount: number;
	/** Interval of the local day of each column, ascending. */
	columns: number[];
	/** dayCount × columns.length, row-major. */
	offered: Float64Array;
	known: Uint8Array;
	/** 7 × columns.length: 1 where a weekday is open at that column. */
	open: Uint8Array;
	/** Weekdays (0 = Sunday) with any open column. */
	openWeekdays: boolean[];
	/** Share of a typical day's calls that the known cells of each day cover, 0–1; 0 = day wholly missing. */
	coverage: Float64Array;
	/** Local days that the caller says will be (or were) closed. */
	closedDays: ReadonlySet<number>;
	/** Days that were worked though nothing of them is learned from: special days, outages. */
	workedDays: ReadonlySet<number>;
}

/** How many recent weeks say whether a slot is open. */
const OPENING_WEEKS = 8;
/** A slot is open when measured on at least this share of that weekday's recent working days. */
const OPEN_SHARE = 1 / 3;

/**
 * Columns, opening hours and coverage of a history. A (weekday, interval) slot is open when it was measured on
 * a third or more of that weekday's last eight working days; anything else is a closed hour and is not
 * forecast. A day without any known cell is missing, whatever its weekday.
 *
 * Cost: O(cells).
 */
export function toTraining(
	history: CallHistory,
	closedDays: ReadonlySet<number> = new Set(),
	workedDays: ReadonlySet<number> = new Set()
): Training {
	const width = intervalsPerDay(history.intervalSeconds);
	const seen = new Float64Array(7 * width);
	const active = new Float64Array(7);
	for (let d = history.dayCount - 1; d >= 0; d--) {
		const weekday = weekdayOf(history.firstDay + d);
		if (active[weekday]! >= OPENING_WEEKS) continue;
		let any = 0;
		for (let i = 0; i < width; i++) any |= history.known[d * width + i]!;
		if (!any) continue;
		// A weekday last worked long before the end of the history has been given up.
		if (active[weekday] === 0 && d < history.dayCount - 7 * (OPENING_WEEKS + 1)) continue;
		active[weekday]!++;
		for (let i = 0; i < width; i++) seen[weekday * width + i]! += history.known[d * width + i]!;
	}
	const assumed = weekdaysBeyond(history);
	const isOpen = (weekday: number, i: number): boolean =>
		assumed[weekday]
			? assumed.some((skip, w) => !skip && isOpen(w, i))
			: active[weekday]! > 0 && seen[weekday * width + i]! >= Math.max(1, active[weekday]! * OPEN_SHARE);

	const columns: number[] = [];
	for (let i = 0; i < width; i++) {
		for (let w = 0; w < 7; w++)
			if (isOpen(w, i)) {
				columns.push(i);
				break;
			}
	}
	const count = columns.length;
	const open = new Uint8Array(7 * count);
	for (let w = 0; w < 7; w++)
		for (let c = 0; c < count; c++) open[w * count + c] = isOpen(w, columns[c]!) ? 1 : 0;

	const offered = new Float64Array(history.dayCount * count);
	const known = new Uint8Array(history.dayCount * count);
	for (let d = 0; d < history.dayCount; d++) {
		const weekday = weekdayOf(history.firstDay + d);
		for (let c = 0; c < count; c++) {
			const from = d * width + columns[c]!;
			if (!history.known[from] || !open[weekday * count + c]) continue;
			known[d * count + c] = 1;
			offered[d * count + c] = history.offered[from]!;
		}
	}
	return {
		intervalSeconds: history.intervalSeconds,
		firstDay: history.firstDay,
		dayCount: history.dayCount,
		columns,
		offered,
		known,
		open,
		openWeekdays: Array.from({ length: 7 }, (_, w) => open.subarray(w * count, (w + 1) * count).includes(1)),
		coverage: coverageOf(history.firstDay, history.dayCount, count, offered, known, open),
		closedDays,
		workedDays
	};
}

/** Weekdays that a history shorter than a week never reached: they are assumed open like the others. */
export const weekdaysBeyond = ({ firstDay, dayCount }: CallHistory): boolean[] =>
	Array.from({ length: 7 }, (_, w) => {
		for (let d = 0; d < Math.min(7, dayCount); d++) if (weekdayOf(firstDay + d) === w) return false;
		return dayCount > 0;
	});

/** Share of the weekday's typical calls that falls in the known cells of each day. */
function coverageOf(
	firstDay: number,
	dayCount: number,
	count: number,
	offered: Float64Array,
	known: Uint8Array,
	open: Uint8Array
): Float64Array {
	const sum = new Float64Array(7 * count);
	const n = new Float64Array(7 * count);
	for (let d = 0; d < dayCount; d++) {
		const at = weekdayOf(firstDay + d) * count;
		for (let c = 0; c < count; c++) {
			if (!known[d * count + c]) continue;
			sum[at + c]! += offered[d * count + c]!;
			n[at + c]!++;
		}
	}
	const typical = sum.map((s, k) => (open[k] && n[k]! > 0 ? s / n[k]! : 0));
	return Float64Array.from({ length: dayCount }, (_, d) => {
		const at = weekdayOf(firstDay + d) * count;
		let [all, covered, cells, seen] = [0, 0, 0, 0];
		for (let c = 0; c < count; c++) {
			if (!open[at + c]) continue;
			all += typical[at + c]!;
			cells++;
			if (!known[d * count + c]) continue;
			covered += typical[at + c]!;
			seen++;
		}
		return all > 0 ? covered / all : cells > 0 ? seen / cells : 0;
	});
}
