import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../calendar.ts';
import { truncateHistory, type CallHistory } from '../call-history.ts';
import { prepare } from '../prepare.ts';
import { toSpecialCalendar } from '../special/special-calendar.ts';
import { simulateHistory } from '../testing/simulated-history.ts';
import { FORECAST_MODELS } from './index.ts';

const QUEUE = { seed: 4, weeks: 12, callsPerDay: 900, weekdays: [1, 2, 3, 4, 5], dayNoise: 0.05 };

describe.each(FORECAST_MODELS.map((model) => [model.name, model] as const))(
	'%s keeps the contract',
	(_, model) => {
		const predict = (history: CallHistory, daysAhead: number) => {
			const { training, profile } = prepare(history, toSpecialCalendar());
			const day = history.firstDay + history.dayCount - 1 + daysAhead;
			return { day, training, row: model.fit(training, profile).predict(day) };
		};

		it('gives a finite count ≥ 0 for every column, and 0 where the queue is closed', () => {
			for (const daysAhead of [1, 5, 7, 126]) {
				const { day, training, row } = predict(simulateHistory(QUEUE), daysAhead);
				expect(row).toHaveLength(training.columns.length);
				row.forEach((value, c) => {
					expect(Number.isFinite(value) && value >= 0).toBe(true);
					if (!training.open[weekdayOf(day) * row.length + c]) expect(value).toBe(0);
				});
			}
		});

		it('repeats a week that never changes, within 3 %', () => {
			const history = simulateHistory({ ...QUEUE, dayNoise: 0, noiseless: true });
			const { row, training } = predict(history, 8);
			const lastMonday = (history.dayCount - 7) * 48;
			row.forEach((value, c) => {
				const actual = history.offered[lastMonday + training.columns[c]!]!;
				expect(Math.abs(value / actual - 1)).toBeLessThan(0.03);
			});
		});

		it('equal histories give equal forecasts', () => {
			expect(predict(simulateHistory(QUEUE), 3).row).toEqual(predict(simulateHistory(QUEUE), 3).row);
		});

		it('nothing after the end of the history changes it', () => {
			const whole = simulateHistory(QUEUE);
			const planted = { ...whole, offered: whole.offered.map((v, k) => (k >= 70 * 48 ? v * 50 + 7 : v)) };
			expect(predict(truncateHistory(planted, 70), 4).row).toEqual(
				predict(truncateHistory(whole, 70), 4).row
			);
		});

		it('a holiday is not taken for zero', () => {
			const history = simulateHistory({ ...QUEUE, dayNoise: 0, noiseless: true });
			const holiday = (history.dayCount - 7) * 48;
			const known = history.known.map((v, k) => (k >= holiday && k < holiday + 48 ? 0 : v));
			const [withIt, without] = [predict({ ...history, known }, 8).row, predict(history, 8).row];
			const sum = (row: Float64Array) => row.reduce((a, b) => a + b, 0);
			expect(Math.abs(sum(withIt) / sum(without) - 1)).toBeLessThan(0.03);
		});

		it('ten times the calls give about ten times the forecast', () => {
			const history = simulateHistory({ ...QUEUE, callsPerDay: 4000 });
			const more = { ...history, offered: history.offered.map((v) => v * 10) };
			const [a, b] = [predict(history, 2).row, predict(more, 2).row].map((r) => r.reduce((x, y) => x + y, 0));
			expect(Math.abs(b! / a! / 10 - 1)).toBeLessThan(0.05);
		});
	}
);
