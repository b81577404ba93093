import { describe, expect, it } from 'vitest';
import { backtest, type BacktestCell } from './backtest.ts';
import { truncateHistory, type CallHistory } from './call-history.ts';
import { toDailyHistory } from './daily/to-daily-history.ts';
import { forecastDays } from './daily/forecast-days.ts';
import { forecast } from './forecast.ts';
import { FORECAST_MODELS } from './models/index.ts';
import { toSpecialCalendar } from './special/special-calendar.ts';
import { generateSeries } from './testing/generated-series.ts';

const WIDTH = 24;
const kind = {
	days: 119,
	callsPerDay: 1500,
	intervalSeconds: 3600,
	outages: true,
	shifts: [{ at: 0.4, factor: 1.5 }]
};
const { history } = generateSeries(kind, 4);
const specialDays = [30, 65, 95, 110].map((d) => ({ day: history.firstDay + d, name: 'sale' }));
const calendar = toSpecialCalendar([], specialDays);

/** Everything from a day on made absurd: levels, outages, zeros, gaps, a special day. */
function plant(from: number): CallHistory {
	const known = history.known.slice();
	const offered = history.offered.map((value, k) => {
		if (k < from * WIDTH) return value;
		if (k % 11 === 0) known[k] = 0;
		return k % 7 === 0 ? 0 : 13 * value + 500;
	});
	return { ...history, offered, known };
}

// The reference protocols' shapes: the days known at each origin, and how far each looks.
const PROTOCOLS = {
	'4w_holdout': [91],
	'1w_last4': [98, 112],
	'1w_last8': [63, 70],
	'4w_roll5': [77],
	'1d_last20': [101, 118]
};

describe('no look-ahead', { timeout: 120_000 }, () => {
	it.each(Object.entries(PROTOCOLS))(
		'a value planted after an origin of %s changes no forecast',
		(name, ends) => {
			const horizonDays = name.startsWith('4w') ? 28 : name.startsWith('1w') ? 7 : 1;
			for (const end of ends) {
				const run = (of: CallHistory) => forecast(truncateHistory(of, end), { horizonDays, specialDays });
				expect(run(plant(end))).toEqual(run(history));
			}
		}
	);

	it('nor one of a fold of the back-test: levels, repairs, steps and special days are each of their time', () => {
		const plan = { ends: [77, 91, 105], horizonDays: 14 };
		const folds = (of: CallHistory) => backtest(of, FORECAST_MODELS, plan, calendar);
		const [plain, planted] = [folds(history), folds(plant(91))];
		const slotsOf = (cells: BacktestCell[], origin: number) =>
			new Map(cells.filter((c) => c.origin === origin).map((c) => [c.at, c.forecasts]));
		expect(planted.origins.slice(0, 2)).toEqual(plain.origins.slice(0, 2));
		for (const origin of [77, 91]) {
			const [a, b] = [slotsOf(plain.cells, origin), slotsOf(planted.cells, origin)];
			expect(b.size).toBeGreaterThan(50);
			for (const [at, forecasts] of b) expect(forecasts).toEqual(a.get(at));
		}
		expect(slotsOf(planted.cells, 105)).not.toEqual(slotsOf(plain.cells, 105));
	});

	it('nor the daily series, as it stood then', () => {
		const dailyAt = (of: CallHistory) => toDailyHistory(truncateHistory(of, 91), calendar);
		expect(dailyAt(plant(91))).toEqual(dailyAt(history));
		const run = (of: CallHistory) => forecastDays(truncateHistory(of, 91), { horizonDays: 28, specialDays });
		expect(run(plant(91))).toEqual(run(history));
	});
});
