import { TICK_MS, type QueueDay } from './run-day.ts';

const MINUTE_MS = 60_000;

export interface ErrorScore {
	cases: number;
	/** Mean absolute error of the service level, 0–1: the forecast's median, the present persisting, the day so far. */
	forecast: number;
	asNow: number;
	dayLevel: number;
	/** Part of the truths inside the 80 % band. */
	coverage: number;
	/** Mean width of the band. */
	width: number;
	/** Part of the numbers waiting inside theirs: whole numbers, often 0, so it holds more than it says. */
	waitingCoverage: number;
}

/** The forecast `minutes` ahead against what the floor showed then, over all moments at which both and the present are known. */
export function scoreError(days: readonly QueueDay[], minutes: 15 | 30): ErrorScore {
	const sums = { cases: 0, forecast: 0, asNow: 0, dayLevel: 0, coverage: 0, width: 0, waitingCoverage: 0 };
	for (const { levels, dayLevels, waiting, outlooks } of days)
		outlooks.forEach((outlook, tick) => {
			const ahead = tick + (minutes * MINUTE_MS) / TICK_MS;
			const [now, truth, day] = [levels[tick] ?? null, levels[ahead] ?? null, dayLevels[tick] ?? null];
			const point = outlook?.points[(minutes * MINUTE_MS) / TICK_MS - 1];
			const band = point?.serviceLevel;
			if (!band || now === null || truth === null || day === null) return;
			const { low, median, high } = band;
			sums.cases++;
			sums.forecast += Math.abs(median - truth);
			sums.asNow += Math.abs(now - truth);
			sums.dayLevel += Math.abs(day - truth);
			const inside = truth >= low - 1e-9 && truth <= high + 1e-9;
			sums.coverage += Number(inside);
			sums.width += high - low;
			sums.waitingCoverage += Number(
				waiting[ahead]! >= Math.round(point.waiting.low) && waiting[ahead]! <= Math.round(point.waiting.high)
			);
		});
	const { cases, ...totals } = sums;
	for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] /= Math.max(1, cases);
	return { cases, ...totals };
}

export interface WarningScore {
	/** Times the floor fell below a queue's target for ten minutes or more. */
	breaches: number;
	/** Of those, warned of at least five minutes before. */
	warned: number;
	/** Mean minutes from the first of the warnings in a row to the breach. */
	leadMinutes: number;
	/** Warnings "within 30 minutes", and those the floor bore out within 45. */
	warnings: number;
	right: number;
}

export function scoreWarnings(days: readonly QueueDay[]): WarningScore {
	const score = { breaches: 0, warned: 0, leadMinutes: 0, warnings: 0, right: 0 };
	const minutes = TICK_MS / MINUTE_MS;
	for (const { levels, outlooks, target } of days) {
		const isBelow = (tick: number) => levels[tick] != null && levels[tick] < target;
		const warns = (tick: number) => {
			const breach = outlooks[tick]?.breach;
			return breach?.state === 'falling' && breach.inSeconds! <= 1800;
		};
		for (let tick = 0; tick < levels.length; tick++) {
			if (warns(tick)) {
				score.warnings++;
				for (let later = tick + 1; later <= tick + 45 / minutes; later++)
					if (isBelow(later)) {
						score.right++;
						break;
					}
			}
			const falls = !isBelow(tick - 1) && levels[tick - 1] != null && isBelow(tick) && isBelow(tick + 1);
			if (!falls || tick * minutes < 35 || tick > outlooks.findLastIndex((one) => one !== null)) continue;
			score.breaches++;
			let lead = 0;
			for (let back = 1; back <= 40 / minutes && !isBelow(tick - back); back++)
				if (warns(tick - back)) lead = back * minutes;
			if (lead < 5) continue;
			score.warned++;
			score.leadMinutes += lead;
		}
	}
	score.leadMinutes /= Math.max(1, score.warned);
	return score;
}
