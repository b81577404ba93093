import type { QueueForecast } from '../forecast-queue.ts';
import { errorsTogether } from './total-band.ts';

export interface TotalInterval {
	day: number;
	interval: number;
	offered: number;
	p10: number;
	p90: number;
}

/**
 * The queues' forecasts summed interval by interval. The band's halves are root sums of squares, times how the
 * queues' errors were seen to add up.
 */
export function sumQueues(queues: readonly QueueForecast[]): TotalInterval[] {
	const together = errorsTogether(queues.map(({ learned }) => learned));
	const rows = new Map<
		number,
		{ day: number; interval: number; offered: number; low: number; high: number }
	>();
	for (const { forecast } of queues)
		for (const { day, interval, offered, p10, p90 } of forecast.intervals) {
			const key = day * 86_400 + interval;
			const row = rows.get(key) ?? { day, interval, offered: 0, low: 0, high: 0 };
			row.offered += offered;
			row.low += (offered - p10) ** 2;
			row.high += (p90 - offered) ** 2;
			rows.set(key, row);
		}
	return [...rows.values()]
		.sort((a, b) => a.day - b.day || a.interval - b.interval)
		.map(({ day, interval, offered, low, high }) => ({
			day,
			interval,
			offered,
			p10: Math.max(0, offered - Math.sqrt(together * low)),
			p90: offered + Math.sqrt(together * high)
		}));
}
