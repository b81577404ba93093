import type { BacktestCell } from './backtest.ts';
import { intervalsPerDay, type CallHistory } from './call-history.ts';
import type { Prepared } from './prepare.ts';

/** What a history, as far as it goes, shows to be no fault of a forecast. */
export interface Hindsight {
	/** Cells (row × intervals a day + interval) that an outage or a spike spoilt. */
	strange: ReadonlySet<number>;
	/** First days of lasting steps. */
	shiftDays: readonly number[];
}

export function hindsightOf({ repairs, shifts }: Prepared, history: CallHistory): Hindsight {
	const width = intervalsPerDay(history.intervalSeconds);
	const strange = new Set<number>();
	for (const { day, interval, intervals } of repairs) {
		const from = (day - history.firstDay) * width + (interval ?? 0);
		for (let k = 0; k < (interval === null ? width : intervals); k++) strange.add(from + k);
	}
	return { strange, shiftDays: shifts.map(({ day }) => day) };
}

/**
 * Whether a back-tested cell says how well a forecast does: not one that was spoilt, nor one with a lasting step
 * between its origin and itself, which no forecast could have known.
 */
export function isFair(cell: BacktestCell, { strange, shiftDays }: Hindsight): boolean {
	const originDay = cell.day - cell.daysAhead;
	return !strange.has(cell.at) && !shiftDays.some((day) => originDay < day && day <= cell.day);
}
