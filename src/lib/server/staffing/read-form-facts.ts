import { requireRight } from '../access/index.ts';
import { knowsSkill, listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { listQueues } from '../queues/index.ts';
import { currentBacklog } from './current-backlog.ts';
import { observedBots } from './observed-bots.ts';
import type { Bots } from './queue-terms.ts';

/** What the form of a plan knows of a queue before anything is typed. */
export interface QueueFacts {
	id: string;
	name: string;
	channel: string;
	serviceLevelShare: number;
	thresholdSeconds: number;
	patienceSeconds: number | null;
	concurrency: number;
	/** People who can take it. */
	people: number;
	/** Of the last four weeks; null where too little is known. */
	bots: Bots | null;
	/** Letters waiting now. */
	waiting: number;
}

export async function readFormFacts(ctx: Context, actor: Actor): Promise<QueueFacts[]> {
	requireRight(actor, 'staffing.view');
	const [queues, agents, bots] = await Promise.all([listQueues(ctx), listAgents(ctx), observedBots(ctx)]);
	const letters = queues.filter(({ channel }) => channel === 'email' || channel === 'social');
	const waiting = await currentBacklog(
		ctx,
		letters.map(({ id }) => id),
		ctx.now()
	);
	return queues.map((queue) => {
		const seen = bots.get(queue.id);
		return {
			id: queue.id,
			name: queue.name,
			channel: queue.channel,
			serviceLevelShare: queue.serviceLevelShare,
			thresholdSeconds: queue.serviceLevelThresholdSeconds,
			patienceSeconds: queue.patienceSeconds,
			concurrency: queue.concurrency,
			people: agents.filter((agent) => knowsSkill(agent, queue.skillId)).length,
			bots: seen && seen.share > 0 ? { share: seen.share, containment: seen.containment } : null,
			waiting: waiting.get(queue.id)?.length ?? 0
		};
	});
}
