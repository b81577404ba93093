import { listAgents } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { listQueues } from '../queues/index.ts';
import { isDeferred } from './is-deferred.ts';
import { poolQueues } from './pool-queues.ts';

/** Which queues share their people, by the agents' skills. */
export async function measurePools(ctx: Context): Promise<Map<string, number>> {
	const [queues, agents] = await Promise.all([listQueues(ctx), listAgents(ctx)]);
	return poolQueues(
		queues.map((queue) => ({
			id: queue.id,
			kind: `${queue.concurrency} ${isDeferred(queue)}`,
			agentIds: new Set(
				agents.flatMap(({ id, skills }) =>
					skills.some(({ skillId }) => skillId === queue.skillId) ? [id] : []
				)
			)
		}))
	);
}
