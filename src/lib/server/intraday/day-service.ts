import type { Context } from '../context.ts';
import { countIntervals } from '../intervals/index.ts';
import type { DayGrid } from './day-grid.ts';
import type { ServiceSoFar } from './expected-service.ts';

export interface QueueService {
	/** By the start of intervals that are over. */
	byInterval: Map<number, number | null>;
	soFar: ServiceSoFar;
}

/** What each queue answered in time, by the interval in which contacts entered, as the floor counts it. */
export async function readDayService(
	ctx: Context,
	{ fromAt, toAt, stepMs }: DayGrid,
	{ asOf, nowMs }: { asOf: number; nowMs: number }
): Promise<Map<string, QueueService>> {
	const starts: number[] = [];
	for (let at = fromAt; at < Math.min(toAt, nowMs); at += stepMs) starts.push(at);
	const service = new Map<string, QueueService>();
	if (starts.length === 0) return service;
	const [byInterval, soFar] = await Promise.all([
		countIntervals(ctx, starts, Math.min(toAt, nowMs)),
		countIntervals(ctx, [fromAt], Math.min(asOf, nowMs))
	]);
	for (const { queue, serviceLevel, offered } of soFar)
		service.set(queue, { byInterval: new Map(), soFar: { serviceLevel, offered } });
	for (const { queue, intervalStart, serviceLevel } of byInterval) {
		const startAt = Date.parse(intervalStart);
		if (startAt + stepMs > nowMs) continue;
		const one = service.get(queue) ?? {
			byInterval: new Map<number, number | null>(),
			soFar: { serviceLevel: null, offered: 0 }
		};
		one.byInterval.set(startAt, serviceLevel);
		service.set(queue, one);
	}
	return service;
}
