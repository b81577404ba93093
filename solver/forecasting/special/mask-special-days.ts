import { intervalsPerDay, type CallHistory } from '../call-history.ts';
import type { SpecialCalendar } from './special-calendar.ts';

/** Ordinary days that must stay for the special ones to be taken out. */
const LEAST_ORDINARY_DAYS = 5;

/**
 * The history without its special days, so that no model learns its level or its shape from them, and which of
 * them were worked. A history of next to nothing else is left as it is: then they are all there is to learn from.
 */
export function maskSpecialDays(
	history: CallHistory,
	calendar: SpecialCalendar
): { history: CallHistory; worked: Set<number> } {
	const width = intervalsPerDay(history.intervalSeconds);
	const worked = new Set<number>();
	let ordinary = 0;
	const special: number[] = [];
	for (let d = 0; d < history.dayCount; d++) {
		const day = history.firstDay + d;
		if (!history.known.subarray(d * width, (d + 1) * width).includes(1)) continue;
		if (calendar.open.has(day)) worked.add(day);
		if (calendar.open.has(day) || calendar.closed.has(day)) special.push(d);
		else ordinary++;
	}
	if (special.length === 0 || ordinary < LEAST_ORDINARY_DAYS) return { history, worked: new Set() };
	const known = history.known.slice();
	for (const d of special) known.fill(0, d * width, (d + 1) * width);
	return { history: { ...history, known }, worked };
}
