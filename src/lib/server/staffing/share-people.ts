import { poolRequirement } from '#solver/pooling/index.ts';
import type { WorkTools } from '../jobs/index.ts';
import type { InboundPlan } from './plan-queue.ts';
import { pooledQueue, type PooledTarget } from './pooled-queue.ts';
import { shareOtherWork } from './share-other-work.ts';
import { isSimulated } from './simulate-check.ts';
import type { StaffingGroup } from './skill-groups.ts';
import type { QueueWork, StaffingWork } from './staffing-work.ts';

export interface SharedPeople {
	groups: (StaffingGroup & {
		/** For contacts that wait. */
		onContacts: number[];
		/** With letters and outbound calls. */
		agents: number[];
	})[];
	/** By queue: its part of the pooled agents, letters and outbound calls included. */
	queues: Map<string, number[]>;
}

/** What the skill groups need together, which is less than the sum of the queues on their own. */
export function sharePeople(
	work: StaffingWork,
	planned: readonly { queue: QueueWork; inbound: InboundPlan; outbound: number[]; target: PooledTarget }[],
	shrinkage: readonly number[],
	tools: Pick<WorkTools, 'report' | 'shouldStop'>
): SharedPeople {
	const groups = work.groups!;
	const present = (group: StaffingGroup, i: number): number =>
		Math.round(group.headcount * (1 - shrinkage[i]!));
	const waiting = planned.filter(({ queue }) => isSimulated(queue.terms.target, queue.offered));
	const inPool = new Set(waiting.map(({ queue }) => queue.id));
	const pool =
		waiting.length === 0
			? null
			: poolRequirement({
					queues: waiting.map(({ queue, target }) => pooledQueue(queue, target)),
					groups: groups
						.map((group) => ({
							id: group.id,
							queueIds: group.queueIds.filter((id) => inPool.has(id)),
							headcount: shrinkage.map((_, i) => present(group, i))
						}))
						.filter(({ queueIds }) => queueIds.length > 0),
					intervalSeconds: work.intervalSeconds,
					seed: work.terms.seed,
					dayOf: work.days,
					report: (share) => tools.report(share),
					shouldStop: () => tools.shouldStop()
				});
	const other = new Map(
		planned.map(({ queue, inbound, outbound }) => [
			queue.id,
			inPool.has(queue.id) ? outbound : outbound.map((count, i) => count + inbound.agents[i]!)
		])
	);
	const onContacts = new Map(pool?.groups.map(({ id, agents }) => [id, agents]));
	const alongside = shareOtherWork(groups, other, onContacts, present);
	const pooled = new Map(pool?.queues.map((queue) => [queue.id, queue]));
	return {
		groups: groups.map((group) => {
			const contacts = work.instants.map((_, i) => onContacts.get(group.id)?.[i] ?? 0);
			return {
				...group,
				onContacts: contacts,
				agents: contacts.map((count, i) => Math.ceil(count + alongside.get(group.id)![i]! - 1e-9))
			};
		}),
		queues: new Map(
			planned.map(({ queue }) => {
				const found = pooled.get(queue.id);
				const rest = other.get(queue.id)!;
				return [
					queue.id,
					// People who are missing are asked for all the same: a roster says who it can't find.
					rest.map((count, i) => count + (found ? found.pooledAgents[i]! + found.shortAgents[i]! : 0))
				];
			})
		)
	};
}
