import type { LearnedEffect } from '#lib/server/forecasts/index.ts';

/** What forecasts took a special day to do, over the queues that it is of. */
export interface ShownEffect {
	/** Mean over the queues. */
	factor: number;
	least: number;
	most: number;
	source: LearnedEffect['source'] | 'mixed';
	occurrences: number;
	queues: LearnedEffect[];
}

/**
 * The effect of an entry as the newest forecasts had it: on its own day, else (of days before them, or not yet
 * forecast) on another day of its name. Null when none knows it.
 */
export function effectOf(
	{ date, name, queueId }: { date: string; name: string; queueId: string | null },
	effects: readonly LearnedEffect[]
): ShownEffect | null {
	const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
	const named = effects.filter((one) => one.name === name && (queueId === null || one.queueId === queueId));
	const byQueue = Map.groupBy(named, (one) => one.queueId);
	const queues = [...byQueue.values()].map(
		(ofQueue) => ofQueue.find((one) => one.day === day) ?? ofQueue[0]!
	);
	if (queues.length === 0) return null;
	const factors = queues.map(({ factor }) => factor);
	const sources = new Set(queues.map(({ source }) => source));
	return {
		factor: factors.reduce((sum, factor) => sum + factor, 0) / factors.length,
		least: Math.min(...factors),
		most: Math.max(...factors),
		source: sources.size === 1 ? queues[0]!.source : 'mixed',
		occurrences: Math.max(...queues.map(({ occurrences }) => occurrences)),
		queues
	};
}
