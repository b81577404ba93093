import type { CallHistory } from '../call-history.ts';
import { fitProfile } from '../profile.ts';
import type { Repair } from '../repair/repair.ts';
import { repairHistory } from '../repair/repair-history.ts';
import { maskSpecialDays } from '../special/mask-special-days.ts';
import type { SpecialCalendar } from '../special/special-calendar.ts';
import { toTraining } from '../training.ts';

/** A day of which less than this share was measured is taken as not measured; above, it is brought to the whole. */
const ENOUGH_COVERAGE = 0.5;
const DAY_SECONDS = 86_400;

/**
 * A queue's history by day, from its history by interval: strange intervals mended, half-measured days brought to
 * the whole by the day's usual shape, special days as they were recorded.
 */
export function toDailyHistory(
	history: CallHistory,
	calendar: SpecialCalendar
): { daily: CallHistory; repairs: Repair[] } {
	const { history: ordinary, worked } = maskSpecialDays(history, calendar);
	const { history: mended, repairs } = repairHistory(ordinary);
	const training = toTraining(mended, calendar.closed, worked);
	const { totals } = fitProfile(training);
	const { firstDay, dayCount, ahtSeconds } = history;
	const width = DAY_SECONDS / history.intervalSeconds;
	const offered = new Float64Array(dayCount);
	const known = new Uint8Array(dayCount);
	const aht = new Float64Array(dayCount);
	for (let d = 0; d < dayCount; d++) {
		let [calls, handle, handled] = [0, 0, 0];
		for (let k = d * width; k < (d + 1) * width; k++) {
			if (!history.known[k]) continue;
			calls += history.offered[k]!;
			if (!ahtSeconds || ahtSeconds[k] === 0) continue;
			handle += history.offered[k]! * ahtSeconds[k]!;
			handled += history.offered[k]!;
		}
		if (handled > 0) aht[d] = handle / handled;
		const total = worked.has(firstDay + d) && calendar.open.has(firstDay + d) ? calls : totals[d]!;
		if (total === null || (training.coverage[d]! < ENOUGH_COVERAGE && !calendar.open.has(firstDay + d)))
			continue;
		offered[d] = total;
		known[d] = 1;
	}
	const daily = { intervalSeconds: DAY_SECONDS, firstDay, dayCount, offered, known };
	return { daily: ahtSeconds ? { ...daily, ahtSeconds: aht } : daily, repairs };
}
