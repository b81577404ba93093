import type { CallHistory } from './call-history.ts';
import type { ForecastNote } from './forecast-result.ts';
import type { Repair } from './repair/repair.ts';
import { SHORT_HISTORY_DAYS, type Learned } from './learn.ts';
import { weekdaysBeyond } from './training.ts';

/**
 * What was done besides forecasting, in order of weight.
 *
 * @param mended what was repaired before the series learned from was made
 */
export function notesOf(
	history: CallHistory,
	{ prepared, allZero }: Learned,
	mended: readonly Repair[] = []
): ForecastNote[] {
	const { daysWithData, shifts } = prepared;
	const repairs = [...mended, ...prepared.repairs];
	const notes: ForecastNote[] = [];
	if (allZero) notes.push({ kind: 'all-zero' });
	if (daysWithData < SHORT_HISTORY_DAYS) notes.push({ kind: 'short-history', days: daysWithData });
	const assumed = weekdaysBeyond(history).flatMap((skipped, w) => (skipped ? [w] : []));
	if (assumed.length > 0) notes.push({ kind: 'weekdays-assumed', weekdays: assumed });
	if (repairs.length > 0) notes.push({ kind: 'repaired', repairs });
	for (const { day, factor } of shifts) notes.push({ kind: 'level-shift', day, factor });
	return notes;
}
