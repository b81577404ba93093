import { forecast, scoreForecast, truncateHistory, type ScoredCell } from '#solver/forecasting/index.ts';
import { generateSeries } from '../../solver/forecasting/testing/generated-series.ts';
import { SERIES_KINDS } from '../../solver/forecasting/testing/series-kinds.ts';

const HELD_DAYS = 28;
const percent = (share: number | null) => (share === null ? '–' : (100 * share).toFixed(1)).padStart(6);
const mean = (values: (number | null)[]) => {
	const seen = values.filter((v): v is number => v !== null);
	return seen.length > 0 ? seen.reduce((a, b) => a + b, 0) / seen.length : null;
};

/**
 * Generated queues of many kinds, the last four weeks held out: WAPE beside the seasonal naive's and the noise
 * floor, and what share fell inside the 80 % band there and on the back-test. `-- forecast-generated 5 growth` =
 * five queues of one kind.
 */
export default async function bench([seeds = '3', only]: string[]): Promise<boolean> {
	console.log('kind               WAPE  naive  floor   bias  band80  back-test: WAPE band80   s');
	const rows: { name: string; coverage: number; tested: number; gain: number }[] = [];
	for (const [name, kind] of Object.entries(SERIES_KINDS)) {
		if (only && !name.includes(only)) continue;
		const started = performance.now();
		const scores = Array.from({ length: Number(seeds) }, (_, k) => {
			const { history, specialDays } = generateSeries(kind, 100 + k);
			const width = 86_400 / history.intervalSeconds;
			const before = truncateHistory(history, history.dayCount - HELD_DAYS);
			const result = forecast(before, { horizonDays: HELD_DAYS, specialDays });
			const cells = result.intervals.flatMap((slot): ScoredCell[] => {
				const at = (slot.day - history.firstDay) * width + slot.interval;
				return history.known[at] ? [{ ...slot, actual: history.offered[at]! }] : [];
			});
			return { held: scoreForecast(cells, before), tested: result.backtest };
		});
		const of = (read: (s: (typeof scores)[number]) => number | null) => mean(scores.map(read));
		const wape = of((s) => s.held.wape);
		const naive = of((s) => s.held.baseline.seasonalNaive.wape);
		const coverage = of((s) => s.held.coverage80);
		const tested = of((s) => s.tested?.coverage80 ?? null);
		rows.push({ name, coverage: coverage!, tested: tested!, gain: 1 - wape! / naive! });
		console.log(
			`${name.padEnd(16)} ${percent(wape)} ${percent(naive)} ${percent(of((s) => s.held.noiseFloor))} ${percent(of((s) => s.held.bias))}  ${percent(coverage)}` +
				`            ${percent(of((s) => s.tested?.wape ?? null))} ${percent(tested)}  ${((performance.now() - started) / 1000 / Number(seeds)).toFixed(1)}`
		);
	}
	const of = (read: (row: (typeof rows)[number]) => number) => mean(rows.map(read))!;
	console.log(
		`mean: ${percent(of((r) => r.gain)).trim()} % below the seasonal naive, band ${percent(of((r) => r.coverage))} held out, ${percent(of((r) => r.tested))} back-test`
	);
	const missed = rows.filter(({ gain, tested }) => gain <= 0 || tested < 0.75 || tested > 0.85);
	for (const { name, gain, tested } of missed)
		console.log(
			`missed: ${name}, ${percent(gain).trim()} % below the seasonal naive (wanted above 0), band ${percent(tested).trim()} on the back-test (wanted 75–85)`
		);
	return missed.length === 0;
}
