import { weekdayOf } from '../calendar.ts';
import type { LevelModel } from './level-model.ts';

interface State {
	level: number;
	trend: number;
	season: number[];
	/** Sum of squared one-step errors. */
	loss: number;
}
/** Smoothing of level, trend and weekday, and the damping of the trend. */
type Parameters = [alpha: number, beta: number, gamma: number, phi: number];

const BOUNDS: [number, number][] = [
	[0.01, 0.9],
	[0, 0.3],
	[0, 0.5],
	[0.8, 0.98]
];
/** One strange day moves the state by at most this many standard errors. */
const HUBER = 2.5;

/**
 * Exponential smoothing with damped trend and weekday season on log(calls + 1) (ETS(A,Ad,A); Hyndman et al.
 * 2008), errors clipped at 2.5 standard errors before they update the state (Gelper, Fried and Croux 2010).
 * A missing day leaves the state as it is. Follows shifts of level quickly; knows nothing of the calendar.
 */
export const exponentialSmoothing: LevelModel = {
	name: 'exponential smoothing',
	leastDays: 14,
	fit({ firstDay, dayCount }, totals) {
		const logs = totals.map((t) => (t === null ? null : Math.log(t + 1)));
		const initial = initialState(firstDay, logs);
		let best: Parameters = [0.2, 0.01, 0.05, 0.9];
		let bestLoss = run(firstDay, logs, initial, best).loss;
		for (let step = 0.5; step > 0.04; step /= 1.6)
			for (let round = 0; round < 2; round++)
				for (let k = 0; k < best.length; k++)
					for (const sign of [1, -1]) {
						const next = [...best] as Parameters;
						const [low, high] = BOUNDS[k]!;
						next[k] = Math.min(high, Math.max(low, next[k]! + sign * step * (high - low)));
						const { loss } = run(firstDay, logs, initial, next);
						if (loss < bestLoss - 1e-12) [best, bestLoss] = [next, loss];
					}
		const end = run(firstDay, logs, initial, best);
		const phi = best[3];
		return {
			predict(day) {
				const ahead = day - (firstDay + dayCount - 1);
				const reach = (phi * (1 - phi ** ahead)) / (1 - phi);
				const log = end.level + reach * end.trend + end.season[weekdayOf(day)]!;
				return Math.max(0, Math.exp(Math.min(25, log)) - 1);
			}
		};
	}
};

function initialState(firstDay: number, logs: readonly (number | null)[]): State {
	const sums = new Float64Array(7);
	const counts = new Float64Array(7);
	logs.forEach((log, d) => {
		const weekday = weekdayOf(firstDay + d);
		if (log === null || counts[weekday]! >= 4) return;
		sums[weekday]! += log;
		counts[weekday]!++;
	});
	const means = Array.from(sums, (s, w) => (counts[w]! > 0 ? s / counts[w]! : null));
	const seen = means.filter((m): m is number => m !== null);
	const level = seen.reduce((a, b) => a + b, 0) / Math.max(1, seen.length);
	return { level, trend: 0, season: means.map((m) => (m === null ? 0 : m - level)), loss: 0 };
}

function run(
	firstDay: number,
	logs: readonly (number | null)[],
	from: State,
	[alpha, beta, gamma, phi]: Parameters
): State {
	let { level, trend } = from;
	const season = [...from.season];
	let [scale, loss] = [0.1, 0];
	logs.forEach((log, d) => {
		trend *= phi;
		level += trend;
		if (log === null) return;
		const weekday = weekdayOf(firstDay + d);
		const raw = log - level - season[weekday]!;
		const error = Math.max(-HUBER * scale, Math.min(HUBER * scale, raw));
		// A clipped error still counts in proportion, so that a lasting shift is paid for.
		loss += Math.abs(raw) > HUBER * scale ? HUBER * scale * (2 * Math.abs(raw) - HUBER * scale) : raw * raw;
		scale = Math.max(0.005, 0.95 * scale + 0.05 * 1.25 * Math.min(Math.abs(raw), 4 * scale));
		level += alpha * error;
		trend += alpha * beta * error;
		season[weekday]! += gamma * (1 - alpha) * error;
	});
	return { level, trend, season, loss };
}
