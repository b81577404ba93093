import type { PooledQueue } from '../pooled-queue.ts';
import type { ArrivalPlan } from './contact-stream.ts';

/** The queues' series by cell (interval × queues + queue). */
export function compileQueues(queues: readonly PooledQueue[], intervalSeconds: number): ArrivalPlan {
	const intervals = queues[0]!.volumes.length;
	const volumes = new Float64Array(intervals * queues.length);
	const ahtSeconds = new Float64Array(intervals * queues.length);
	queues.forEach((queue, q) => {
		for (let i = 0; i < intervals; i++) {
			volumes[i * queues.length + q] = queue.volumes[i]!;
			ahtSeconds[i * queues.length + q] = queue.volumes[i]! > 0 ? queue.ahtSeconds[i]! : 1;
		}
	});
	return { intervals, intervalSeconds, volumes, ahtSeconds };
}
