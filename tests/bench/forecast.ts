import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHistory, toCallHistories } from '#lib/server/history/index.ts';
import {
	forecast,
	intervalsPerDay,
	truncateHistory,
	weekdayOf,
	type CallHistory
} from '#solver/forecasting/index.ts';

const FILE = fileURLToPath(new URL('../../../shared/reference/bank_calls.csv', import.meta.url));

/** WAPE in percent of the best reference method in each column (reference/README.md). */
const TO_BEAT: Record<number, Record<string, number>> = {
	1800: { '4w_holdout': 5.21, '1w_last4': 4.99, '1w_last8': 6.24, '4w_roll5': 6.58, '1d_last20': 5.01 },
	300: { '4w_holdout': 7.53, '1w_last4': 7.4, '1w_last8': 8.31, '4w_roll5': 8.51, '1d_last20': 7.4 }
};
const LEAST_MEAN_GAIN = 0.05;
/** The half-hour from 21:00 holds one 5-minute count only, and is not part of the reference's figures. */
const HALF_HOURS_END = 42;

interface Run {
	/** Days of the history known to the forecast. */
	trainDays: number;
	targets: number[];
}

/** The ten columns of the reference protocols: ours against the figure to beat. */
export default async function benchForecast(): Promise<void> {
	if (!existsSync(FILE)) {
		console.log('forecast: skipped, ../shared/reference/bank_calls.csv is absent');
		return;
	}
	const file = parseHistory(readFileSync(FILE, 'utf8'), { timeZone: 'UTC' });
	const behind: string[] = [];
	const ratios: number[] = [];
	for (const intervalSeconds of [1800, 300]) {
		const { history } = toCallHistories(file, intervalSeconds)[0]!;
		const cache = new Map<number, ReturnType<typeof forecastSlots>>();
		for (const [name, runs] of Object.entries(protocols(history))) {
			const started = performance.now();
			const result = measure(history, runs, cache);
			const seconds = (performance.now() - started) / 1000;
			const target = TO_BEAT[intervalSeconds]![name]!;
			const ours = 100 * result.wape;
			ratios.push(ours / target);
			if (!(ours < target)) behind.push(`${name} at ${intervalSeconds / 60} min`);
			console.log(
				`${String(intervalSeconds / 60).padStart(2)} min ${name.padEnd(10)}  ours ${ours.toFixed(2)} %  to beat ${target.toFixed(2)} %  ` +
					`${(100 * (ours / target - 1)).toFixed(1).padStart(6)} %  in band ${(100 * result.coverage).toFixed(1)} %  ${seconds.toFixed(1)} s`
			);
		}
	}
	const gain = 1 - ratios.reduce((a, b) => a + b, 0) / ratios.length;
	console.log(`mean of the ten: ${(100 * gain).toFixed(1)} % below`);
	if (behind.length > 0) throw new Error(`forecast: not below the figure to beat in ${behind.join(', ')}`);
	if (gain < LEAST_MEAN_GAIN)
		throw new Error(`forecast: ${(100 * gain).toFixed(1)} % below on average, wanted 5 %`);
}

function protocols(history: CallHistory): Record<string, Run[]> {
	const week = Array.from({ length: history.dayCount }, (_, d) => d).filter(
		(d) => weekdayOf(history.firstDay + d) % 6 !== 0
	);
	const n = week.length;
	const width = intervalsPerDay(history.intervalSeconds);
	const isObserved = (d: number) => history.known.subarray(d * width, (d + 1) * width).includes(1);
	const runs = (lasts: number[], horizon: number): Run[] =>
		lasts.map((last) => ({ trainDays: week[last - 1]! + 1, targets: week.slice(last, last + horizon) }));
	const back = (from: number, to: number) =>
		Array.from({ length: (from - to) / 5 + 1 }, (_, k) => n - from + 5 * k);
	const nextDays = Array.from({ length: 20 }, (_, k) => n - 20 + k).filter((k) => isObserved(week[k]!));
	return {
		'4w_holdout': runs([n - 20], 20),
		'1w_last4': runs(back(20, 5), 5),
		'1w_last8': runs(back(40, 5), 5),
		'4w_roll5': runs(back(40, 20), 20),
		'1d_last20': runs(nextDays, 1)
	};
}

function forecastSlots(history: CallHistory, trainDays: number) {
	const width = intervalsPerDay(history.intervalSeconds);
	const { intervals } = forecast(truncateHistory(history, trainDays), { horizonDays: 28 });
	return new Map(intervals.map((slot) => [(slot.day - history.firstDay) * width + slot.interval, slot]));
}

function measure(
	history: CallHistory,
	runs: readonly Run[],
	cache: Map<number, ReturnType<typeof forecastSlots>>
) {
	const width = intervalsPerDay(history.intervalSeconds);
	const end = history.intervalSeconds === 1800 ? HALF_HOURS_END : width;
	let [error, calls, inside, count] = [0, 0, 0, 0];
	for (const { trainDays, targets } of runs) {
		const slots = cache.get(trainDays) ?? forecastSlots(history, trainDays);
		cache.set(trainDays, slots);
		for (const day of targets)
			for (let at = day * width; at < day * width + end; at++) {
				if (!history.known[at]) continue;
				const actual = history.offered[at]!;
				const slot = slots.get(at);
				error += Math.abs((slot?.offered ?? 0) - actual);
				calls += actual;
				count++;
				if (slot && actual >= slot.p10 && actual <= slot.p90) inside++;
			}
	}
	return { wape: error / calls, coverage: inside / count };
}
