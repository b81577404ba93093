import type { SpecialDay } from './special-day.ts';

/** The caller's days out of the ordinary, looked up by day; the last one named of a day counts. */
export interface SpecialCalendar {
	/** Closed all day: the caller's closed days and the special days marked closed. */
	closed: ReadonlySet<number>;
	/** Open special days. */
	open: ReadonlyMap<number, SpecialDay>;
	/** Special days marked closed. */
	closedByName: ReadonlyMap<number, SpecialDay>;
}

/**
 * @throws RangeError on a day that is no whole number or a factor that is not finite and ≥ 0
 */
export function toSpecialCalendar(
	closedDays: Iterable<number> = [],
	specialDays: readonly SpecialDay[] = []
): SpecialCalendar {
	const byDay = new Map<number, SpecialDay>();
	for (const special of specialDays) {
		const { day, name, factor } = special;
		if (!Number.isInteger(day))
			throw new RangeError(`Forecasting: special day "${name}" is at day "${day}", wanted a whole number.`);
		if (factor !== undefined && factor !== null && !(factor >= 0 && factor < Infinity))
			throw new RangeError(
				`Forecasting: factor "${factor}" of special day "${name}" must be finite and ≥ 0.`
			);
		byDay.set(day, special);
	}
	const closed = new Set(closedDays);
	const open = new Map<number, SpecialDay>();
	const closedByName = new Map<number, SpecialDay>();
	for (const [day, special] of byDay) {
		if (special.isClosed) {
			closed.add(day);
			closedByName.set(day, special);
		} else if (!closed.has(day)) open.set(day, special);
	}
	return { closed, open, closedByName };
}
