import type { PooledQueue } from '#solver/pooling/index.ts';
import type { QueueWork } from './staffing-work.ts';

/** The service level that stands for a queue's target where people are shared and simulated. */
export interface PooledTarget {
	share: number;
	thresholdSeconds: number;
}

const [LEAST_SHARE, MOST_SHARE] = [0.05, 0.99];

/**
 * A queue planned for a service level has that; one planned for its ASA, abandonment or occupancy has the service
 * level to which meeting that leads when it is on its own.
 */
export function pooledTarget(
	{ terms, offered }: QueueWork,
	serviceLevels: readonly (number | null)[]
): PooledTarget {
	const { thresholdSeconds } = terms;
	if (terms.target === 'service-level') return { share: terms.serviceLevelShare, thresholdSeconds };
	let [met, all] = [0, 0];
	serviceLevels.forEach((level, i) => {
		if (level === null) return;
		met += level * offered[i]!;
		all += offered[i]!;
	});
	const share = all > 0 ? met / all : terms.serviceLevelShare;
	return { share: Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share)), thresholdSeconds };
}

export const pooledQueue = (queue: QueueWork, serviceLevel: PooledTarget): PooledQueue => ({
	id: queue.id,
	volumes: queue.offered,
	ahtSeconds: queue.ahtSeconds,
	patienceSeconds: queue.terms.patienceSeconds,
	serviceLevel,
	minimumAgents: queue.terms.minimumAgents,
	concurrency: queue.terms.concurrency,
	priority: queue.priority
});
