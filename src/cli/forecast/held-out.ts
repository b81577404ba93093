import {
	intervalsPerDay,
	scoreForecast,
	truncateHistory,
	type CallHistory,
	type ForecastScore,
	type ScoredCell
} from '#solver/forecasting/index.ts';
import { RefusedError } from '../verb.ts';
import type { QueueResult, QueueToForecast } from './run-queues.ts';

export interface HeldOut {
	cells: ScoredCell[];
	score: ForecastScore;
}

/**
 * The queues' histories without the last `days` local days that any of them has.
 *
 * @throws RefusedError when that leaves a queue nothing to learn from
 */
export function withoutLastDays(queues: readonly QueueToForecast[], days: number): QueueToForecast[] {
	const end = Math.max(...queues.map(({ history }) => history.firstDay + history.dayCount)) - days;
	return queues.map(({ queue, history }) => {
		if (end <= history.firstDay)
			throw new RefusedError(
				`--holdout of ${days} days leaves nothing of the ${history.dayCount} days of "${queue}" to learn from.`
			);
		return {
			queue,
			history: truncateHistory(history, Math.min(history.dayCount, end - history.firstDay))
		};
	});
}

/**
 * Scores a forecast on everything that was measured after the history it was made of. An interval measured where the
 * queue was thought closed counts as forecast zero.
 *
 * @param before the history that the forecast knew
 */
export function scoreHeldOut(whole: CallHistory, before: CallHistory, run: QueueResult): HeldOut {
	return run.isDaily ? scoreDays(whole, before, run.result.days) : scoreIntervals(whole, before, run);
}

function scoreIntervals(
	whole: CallHistory,
	before: CallHistory,
	run: QueueResult & { isDaily: false }
): HeldOut {
	const width = intervalsPerDay(whole.intervalSeconds);
	const byCell = new Map(
		run.result.intervals.map((slot) => [(slot.day - whole.firstDay) * width + slot.interval, slot])
	);
	const cells: ScoredCell[] = [];
	for (let at = before.dayCount * width; at < whole.dayCount * width; at++) {
		if (!whole.known[at]) continue;
		const { offered = 0, p10 = 0, p90 = 0, seasonalNaive = 0 } = byCell.get(at) ?? {};
		cells.push({ offered, p10, p90, seasonalNaive, actual: whole.offered[at]! });
	}
	return { cells, score: scoreForecast(cells, before) };
}

/** By day; the seasonal naive is the last measured day of the same weekday. */
function scoreDays(
	whole: CallHistory,
	before: CallHistory,
	days: readonly { day: number; offered: number; p10: number; p90: number }[]
): HeldOut {
	const width = intervalsPerDay(whole.intervalSeconds);
	const totalOf = (d: number): number | null => {
		let [sum, seen] = [0, false];
		for (let k = d * width; k < (d + 1) * width; k++)
			if (whole.known[k]) [sum, seen] = [sum + whole.offered[k]!, true];
		return seen ? sum : null;
	};
	const totals = Array.from({ length: whole.dayCount }, (_, d) => totalOf(d));
	const byDay = new Map(days.map((slot) => [slot.day - whole.firstDay, slot]));
	const cells: ScoredCell[] = [];
	for (let d = before.dayCount; d < whole.dayCount; d++) {
		const actual = totals[d];
		if (actual === null || actual === undefined) continue;
		let naive = d - 7 * Math.ceil((d - before.dayCount + 1) / 7);
		while (naive >= 0 && totals[naive] === null) naive -= 7;
		const { offered = 0, p10 = 0, p90 = 0 } = byDay.get(d) ?? {};
		cells.push({ offered, p10, p90, seasonalNaive: totals[naive] ?? 0, actual });
	}
	const daily = {
		intervalSeconds: 86_400,
		firstDay: before.firstDay,
		dayCount: before.dayCount,
		offered: Float64Array.from({ length: before.dayCount }, (_, d) => totals[d] ?? 0),
		known: Uint8Array.from({ length: before.dayCount }, (_, d) => (totals[d] === null ? 0 : 1))
	};
	return { cells, score: scoreForecast(cells, daily) };
}
