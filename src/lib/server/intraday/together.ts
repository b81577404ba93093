import type { IntradayInterval, IntradaySeries, IntradayTotals } from './intraday-view.ts';

/**
 * Share of the queues' error beyond counting noise that they have in common: between errors that add up and errors
 * that average out.
 */
const IN_COMMON = 0.5;
/** Half an 80 % band in standard deviations. */
const NORMAL_90 = 1.2815515655446004;

interface Band {
	value: number | null;
	low: number | null;
	high: number | null;
}

/** All queues as one. People who can take several queues are not shared here: required agents add up. */
export function together(queues: readonly IntradaySeries[], name: string): IntradaySeries {
	const first = queues[0]?.intervals ?? [];
	const intervals = first.map(({ startAt }, slot): IntradayInterval => {
		const here = queues.map(({ intervals }) => intervals[slot]!);
		const forecast = sumBands(here.map((row) => ({ value: row.forecast, low: row.p10, high: row.p90 })));
		const again = sumBands(
			here.map((row) => ({ value: row.reforecast, low: row.reforecastP10, high: row.reforecastP90 }))
		);
		// Where some queues are measured and others not, what came stands for those that are.
		const measured = here.filter((row) => row.reforecast === null && row.forecast !== null);
		const came = again.value === null ? 0 : (sum(measured.map((row) => row.actual)) ?? 0);
		return {
			startAt,
			forecast: forecast.value,
			p10: forecast.low,
			p90: forecast.high,
			reforecast: again.value === null ? null : again.value + came,
			reforecastP10: again.low === null ? null : again.low + came,
			reforecastP90: again.high === null ? null : again.high + came,
			// A queue that is open and not measured leaves the sum unknown.
			actual: here.some((row) => row.forecast !== null && row.actual === null)
				? null
				: sum(here.map((row) => row.actual)),
			actualAhtSeconds: meanAht(here),
			planned: sum(here.map((row) => row.planned)),
			required: sum(here.map((row) => row.required)),
			scheduled: sum(here.map((row) => row.scheduled)),
			staffed: sum(here.map((row) => row.staffed)),
			serviceLevel: weighted(here.map((row) => [row.serviceLevel, row.actual])),
			expectedServiceLevel: weighted(here.map((row) => [row.expectedServiceLevel, row.reforecast]))
		};
	});
	const totals = queues.map((queue) => queue.totals);
	const day = sumBands(
		totals.map((one) => ({ value: one.reforecast, low: one.reforecastP10, high: one.reforecastP90 }))
	);
	const forecastSoFar = sum(totals.map((one) => one.forecastSoFar));
	const deviated = totals.filter((one) => one.deviation !== null);
	const excess = deviated.reduce((total, one) => total + one.deviation! * one.forecastSoFar!, 0);
	const dayLevel = (of: (one: IntradayTotals) => number | null): number | null =>
		weighted(totals.map((one) => [of(one), one.reforecast ?? one.actual]));
	return {
		queueId: null,
		name,
		intervals,
		totals: {
			forecast: sum(totals.map((one) => one.forecast)),
			reforecast: day.value,
			reforecastP10: day.low,
			reforecastP90: day.high,
			actual: sum(totals.map((one) => one.actual)) ?? 0,
			forecastSoFar,
			deviation: forecastSoFar !== null && forecastSoFar > 0 ? excess / forecastSoFar : null,
			ahtRatio: null,
			level: null,
			serviceLevelSoFar: weighted(totals.map((one) => [one.serviceLevelSoFar, one.actual])),
			serviceLevelDay: dayLevel((one) => one.serviceLevelDay),
			// What moves the level of one queue moves the others': the ends go together.
			serviceLevelDayLow: dayLevel((one) => one.serviceLevelDayLow ?? one.serviceLevelDay),
			serviceLevelDayHigh: dayLevel((one) => one.serviceLevelDayHigh ?? one.serviceLevelDay),
			serviceLevelTarget: null
		}
	};
}

/** Mean by contacts of what is known; null where nothing is. */
function weighted(
	parts: readonly (readonly [value: number | null, contacts: number | null])[]
): number | null {
	const known = parts.filter(([value, contacts]) => value !== null && (contacts ?? 0) > 0);
	const contacts = known.reduce((total, [, count]) => total + count!, 0);
	return contacts > 0 ? known.reduce((total, [value, count]) => total + value! * count!, 0) / contacts : null;
}

/** Sum of what is known; null where nothing is. */
function sum(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

function sumBands(bands: readonly Band[]): Band {
	const known = bands.filter((band) => band.value !== null);
	if (known.length === 0) return { value: null, low: null, high: null };
	const value = sum(known.map((band) => band.value))!;
	const spread = (halfOf: (band: Band) => number): number => {
		let [counting, apart, common] = [0, 0, 0];
		for (const band of known) {
			const whole = halfOf(band) ** 2;
			const noise = Math.min(whole, NORMAL_90 ** 2 * band.value!);
			counting += noise;
			apart += whole - noise;
			common += Math.sqrt(whole - noise);
		}
		return Math.sqrt(counting + (1 - IN_COMMON) * apart + IN_COMMON * common ** 2);
	};
	return {
		value,
		low: Math.max(0, value - spread((band) => band.value! - (band.low ?? band.value!))),
		high: value + spread((band) => (band.high ?? band.value!) - band.value!)
	};
}

function meanAht(rows: readonly IntradayInterval[]): number | null {
	const timed = rows.filter((row) => row.actualAhtSeconds !== null && (row.actual ?? 0) > 0);
	const contacts = timed.reduce((total, row) => total + row.actual!, 0);
	return contacts > 0
		? timed.reduce((total, row) => total + row.actual! * row.actualAhtSeconds!, 0) / contacts
		: null;
}
