import { weekdayOf } from '../calendar.ts';
import { intervalsPerDay, type CallHistory } from '../call-history.ts';
import { normalQuantile } from '../normal-quantile.ts';
import { quantile } from '../quantile.ts';

/** Relative variance of an interval's mean handle time: `level`² + `call` / contacts; and the quantiles so scaled. */
export interface AhtSpread {
	level: number;
	call: number;
	lower: number;
	upper: number;
}

const NORMAL_90 = normalQuantile(0.9);
/** Exponential handle times (variance of a call = its mean squared), a level unsure by a twentieth. */
export const DEFAULT_SPREAD: AhtSpread = { level: 0.05, call: 1, lower: -NORMAL_90, upper: NORMAL_90 };
const LEVELS = [0, 0.01, 0.02, 0.03, 0.045, 0.065, 0.09, 0.13, 0.18, 0.25];
const CALLS = [0, 0.05, 0.1, 0.2, 0.35, 0.6, 1, 1.6, 2.5, 4];
/** Days whose errors weigh as much as the normal quantiles, and the fewest intervals to learn from. */
const PRIOR_DAYS = 8;
const LEAST_CELLS = 60;

const sdOf = ({ level, call }: Pick<AhtSpread, 'level' | 'call'>, contacts: number): number =>
	Math.sqrt(level ** 2 + call / Math.max(1, contacts) + 1e-8);

export interface AhtError {
	day: number;
	/** Measured over expected, less 1. */
	error: number;
	contacts: number;
}

/** Errors of a profile on a history's rows from one to before another. */
export function ahtErrors(history: CallHistory, profile: Float64Array, from: number, to: number): AhtError[] {
	const { ahtSeconds, offered, known, firstDay } = history;
	const width = intervalsPerDay(history.intervalSeconds);
	const errors: AhtError[] = [];
	for (let k = from * width; k < to * width; k++) {
		const aht = ahtSeconds![k]!;
		if (!known[k] || offered[k] === 0 || aht === 0) continue;
		const day = firstDay + Math.floor(k / width);
		const expected = profile[weekdayOf(day) * width + (k % width)]!;
		errors.push({ day, error: aht / expected - 1, contacts: offered[k]! });
	}
	return errors;
}

/** Spread of handle times around a profile, of greatest likelihood under a Student t with 5 degrees of freedom. */
export function fitAhtSpread(errors: readonly AhtError[]): AhtSpread {
	if (errors.length < LEAST_CELLS) return DEFAULT_SPREAD;
	let [best, bestLoss] = [DEFAULT_SPREAD, Infinity];
	for (const level of LEVELS)
		for (const call of CALLS) {
			let loss = 0;
			for (const { error, contacts } of errors) {
				const sd = sdOf({ level, call }, contacts);
				loss += Math.log(sd) + 3 * Math.log(1 + (error / sd) ** 2 / 5);
			}
			if (loss < bestLoss) [best, bestLoss] = [{ ...DEFAULT_SPREAD, level, call }, loss];
		}
	const scaled = errors.map(({ error, contacts }) => error / sdOf(best, contacts));
	const days = new Set(errors.map(({ day }) => day)).size;
	const towards = (probability: number, normal: number) =>
		(days * quantile(scaled, probability)! + PRIOR_DAYS * normal) / (days + PRIOR_DAYS);
	return { ...best, lower: towards(0.1, -NORMAL_90), upper: towards(0.9, NORMAL_90) };
}

/** 80 % band around a mean handle time of so many contacts. */
export function ahtBand(spread: AhtSpread, aht: number, contacts: number): { p10: number; p90: number } {
	const sd = sdOf(spread, contacts);
	return {
		p10: aht * Math.max(0, Math.min(1, 1 + spread.lower * sd)),
		p90: aht * Math.max(1, 1 + spread.upper * sd)
	};
}
