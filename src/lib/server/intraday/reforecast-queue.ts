import { updateDay } from '#solver/forecasting/intraday/index.ts';
import type { PlannedInterval } from '../forecasts/index.ts';
import type { Arrival } from './arrivals.ts';
import type { DayGrid } from './day-grid.ts';
import type { IntradayInterval, IntradaySeries, IntradayTotals } from './intraday-view.ts';

/** Contacts that weigh as much as the forecast's handle time. */
const AHT_PRIOR_CONTACTS = 50;

/** A queue's day: the forecast, what came by `asOf`, and what is to be expected of the rest. */
export function reforecastQueue(
	{ queueId, name }: { queueId: string; name: string },
	grid: DayGrid,
	planned: readonly (PlannedInterval | undefined)[],
	arrivals: readonly (Arrival | null)[],
	{ asOf, nowMs }: { asOf: number; nowMs: number }
): IntradaySeries {
	const finishedBy = (at: number): number =>
		Math.max(
			0,
			Math.min(grid.count, at >= grid.toAt ? grid.count : Math.floor((at - grid.fromAt) / grid.stepMs))
		);
	const [finished, over] = [finishedBy(asOf), finishedBy(nowMs)];
	// The grid's intervals that the forecast knows, in order.
	const open = Array.from({ length: grid.count }, (_, slot) => slot).filter((slot) => planned[slot]);
	const update =
		open.length === 0
			? null
			: updateDay({
					expected: open.map((slot) => planned[slot]!.offered),
					p10: open.map((slot) => Math.min(planned[slot]!.p10, planned[slot]!.offered)),
					p90: open.map((slot) => Math.max(planned[slot]!.p90, planned[slot]!.offered)),
					actual: open.map((slot) => arrivals[slot]?.offered ?? null),
					elapsed: open.filter((slot) => slot < finished).length
				});
	const placeOf = new Map(open.map((slot, place) => [slot, place]));

	const intervals = Array.from({ length: grid.count }, (_, slot): IntradayInterval => {
		const plan = planned[slot];
		const arrival = arrivals[slot] ?? null;
		const isMeasured = slot < finished && arrival !== null;
		const place = placeOf.get(slot);
		const again = update && place !== undefined && !isMeasured ? update.intervals[place]! : null;
		return {
			startAt: grid.fromAt + slot * grid.stepMs,
			forecast: plan?.offered ?? null,
			p10: plan?.p10 ?? null,
			p90: plan?.p90 ?? null,
			reforecast: again?.offered ?? null,
			reforecastP10: again?.p10 ?? null,
			reforecastP90: again?.p90 ?? null,
			// An interval that has only begun is no count yet.
			actual: slot < over ? (arrival?.offered ?? null) : null,
			actualAhtSeconds:
				slot < over && arrival && arrival.handled > 0 ? arrival.workSeconds / arrival.handled : null,
			planned: null,
			required: null,
			scheduled: null,
			staffed: null,
			serviceLevel: null,
			expectedServiceLevel: null
		};
	});
	return { queueId, name, intervals, totals: totalsOf(planned, arrivals, finished, update) };
}

function totalsOf(
	planned: readonly (PlannedInterval | undefined)[],
	arrivals: readonly (Arrival | null)[],
	finished: number,
	update: ReturnType<typeof updateDay> | null
): IntradayTotals {
	let [actual, outside, actualOpen, forecastSoFar, forecast] = [0, 0, 0, 0, 0];
	let [handled, work, expectedWork] = [0, 0, 0];
	planned.forEach((plan) => (forecast += plan?.offered ?? 0));
	for (let slot = 0; slot < finished; slot++) {
		const [plan, arrival] = [planned[slot], arrivals[slot]];
		if (!arrival) continue;
		actual += arrival.offered;
		if (!plan) {
			outside += arrival.offered;
			continue;
		}
		actualOpen += arrival.offered;
		forecastSoFar += plan.offered;
		if (!plan.ahtSeconds) continue;
		handled += arrival.handled;
		work += arrival.workSeconds;
		expectedWork += arrival.handled * plan.ahtSeconds;
	}
	const prior = handled > 0 ? (AHT_PRIOR_CONTACTS * expectedWork) / handled : 0;
	return {
		forecast: update ? forecast : null,
		// Contacts in hours that the forecast takes as closed have come all the same.
		reforecast: update ? update.day.offered + outside : null,
		reforecastP10: update ? update.day.p10 + outside : null,
		reforecastP90: update ? update.day.p90 + outside : null,
		actual,
		forecastSoFar: update ? forecastSoFar : null,
		deviation: update && forecastSoFar > 0 ? (actualOpen - forecastSoFar) / forecastSoFar : null,
		ahtRatio: expectedWork + prior > 0 ? (work + prior) / (expectedWork + prior) : null,
		level: update?.level ?? null,
		serviceLevelSoFar: null,
		serviceLevelDay: null,
		serviceLevelDayLow: null,
		serviceLevelDayHigh: null,
		serviceLevelTarget: null
	};
}
