import type { Random } from '../numeric/random.ts';
import type { ScenarioQueue } from './scenario.ts';

/** Whether a queue takes contacts at a local time; spans may run past midnight. */
export function isOpen(queue: ScenarioQueue, weekday: number, secondsOfDay: number): boolean {
	if (queue.openingHours === null) return true;
	return queue.openingHours.some(
		(span) =>
			(span.weekdays.includes(weekday) &&
				secondsOfDay >= span.startSeconds &&
				secondsOfDay < span.endSeconds) ||
			(span.weekdays.includes((weekday + 6) % 7) && secondsOfDay + 86_400 < span.endSeconds)
	);
}

/** Expected contacts by weekday (Monday first) and by part of the day: they sum to the weekly volume. */
export function expectedArrivals(queue: ScenarioQueue): number[][] {
	const { weeklyVolume, weekdayShape, intervalShape } = queue.arrivals;
	const partSeconds = 86_400 / intervalShape.length;
	const weights = weekdayShape.map((day, weekday) =>
		intervalShape.map((part, i) => (isOpen(queue, weekday, (i + 0.5) * partSeconds) ? day * part : 0))
	);
	const total = weights.flat().reduce((sum, weight) => sum + weight, 0);
	return weights.map((day) => day.map((weight) => (total === 0 ? 0 : (weeklyVolume * weight) / total)));
}

/**
 * A day's factor on volume: lognormal of mean 1, one part common to the site and a smaller one of the queue.
 * Arrivals of call centres vary more than a Poisson process from day to day (Avramidis, Deslauriers and L'Ecuyer,
 * Management Science 50, 2004). It depends on the seed and the local day only, so that history and a simulated day agree.
 */
export function dayFactor(random: Random, queue: ScenarioQueue, day: number, variation: number): number {
	if (variation === 0) return 1;
	const common = random.fork(`day ${day}`).normal() * variation;
	const own = random.fork(`day ${day} ${queue.id}`).normal() * variation * 0.6;
	return Math.exp(common + own - (variation * variation * 1.36) / 2);
}
