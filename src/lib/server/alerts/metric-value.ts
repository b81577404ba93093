import type { AlertMetric } from '#lib/contracts/alerts.ts';
import type { QueueRow } from '#lib/contracts/live.ts';

/** What one queue is judged by at one moment. */
export interface Reading {
	row: QueueRow;
	/** The queue's own time. */
	nowMs: number;
	/** How long the source that tells of the queue has been silent; null while it speaks, or when none has spoken. */
	silentSeconds: number | null;
	/** Its open contacts that need a person, without those that somebody looks after; absent = unknown. */
	need?: { count: number; longestSeconds: number; worstMood: number | null };
	/** What is foreseen so many minutes ahead; null = unknown. */
	ahead(minutes: number): { waiting: number; serviceLevel: number | null; abandonment: number | null } | null;
}

/** A queue's value of a metric, in the metric's unit; null = unknown, which is neither good nor bad. */
export function metricValue(
	metric: AlertMetric,
	reading: Reading,
	aheadMinutes: number | null
): number | null {
	const { row, nowMs } = reading;
	if (metric === 'sourceSilent') return reading.silentSeconds ?? 0;
	// What a silent source said last is no news of the present.
	if (reading.silentSeconds !== null) return null;
	if (aheadMinutes !== null) {
		const ahead = reading.ahead(aheadMinutes);
		if (metric !== 'waiting' && metric !== 'serviceLevel' && metric !== 'abandonment') return null;
		return ahead?.[metric] ?? null;
	}
	switch (metric) {
		case 'waiting':
			return row.waiting;
		case 'oldestWait':
			return row.oldestEnteredAt === null ? 0 : Math.max(0, nowMs - row.oldestEnteredAt) / 1000;
		case 'serviceLevel':
			return row.lastHalfHour.serviceLevel;
		case 'abandonment':
			return row.lastHalfHour.abandonment;
		case 'ewt':
			return row.ewtSeconds;
		case 'available':
			return Object.keys(row.agents).length === 0 ? null : (row.agents.available ?? 0);
		case 'sentiment':
			return row.sentiment?.mean ?? null;
		case 'needsPerson':
			return reading.need?.count ?? null;
		case 'needsPersonFor':
			return reading.need?.longestSeconds ?? null;
		case 'worstMood':
			return reading.need?.worstMood ?? null;
	}
}
