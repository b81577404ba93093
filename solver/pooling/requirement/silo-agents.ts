import { staffingPlan } from '../../staffing/index.ts';
import type { PooledQueue } from '../pooled-queue.ts';

/** Agents that a queue needs on its own, interval by interval: exact Erlang A, or C where nobody gives up. */
export function siloAgents(queue: PooledQueue, intervalSeconds: number): Int32Array {
	const figures = staffingPlan({
		volumes: queue.volumes,
		ahtSeconds: Float64Array.from(queue.ahtSeconds, (aht) => aht ?? 0),
		intervalSeconds,
		patienceSeconds: queue.patienceSeconds ?? undefined,
		serviceLevel: queue.serviceLevel,
		minimumAgents: queue.minimumAgents,
		concurrency: queue.concurrency
	});
	return Int32Array.from(figures, ({ agents }) => agents);
}
