import { agentsWithShrinkage, shrinkageAt } from '#solver/staffing/index.ts';
import type { WorkTools } from '../jobs/index.ts';
import { planOutbound } from './plan-outbound.ts';
import { planQueue } from './plan-queue.ts';
import { pooledTarget } from './pooled-queue.ts';
import { sharePeople } from './share-people.ts';
import { simulateCheck } from './simulate-check.ts';
import type { PlannedInterval, StaffingResult, StaffingWork } from './staffing-work.ts';

/** Where each part of the work ends, as a share of all. */
const [QUEUES_DONE, SHARED_DONE] = [0.1, 0.45];

/** A letter's fraction of an agent that is whole but for rounding counts as whole. */
const whole = (agents: number): number => Math.ceil(agents - 1e-9);

/**
 * A staffing plan: each queue on its own, then the people who can take several shared between them, then the plan
 * run against the forecast's own uncertainty. Stopped while it is checked, the plan stays, unchecked; before that
 * nothing does.
 */
export function computePlan(
	work: StaffingWork,
	tools: Pick<WorkTools, 'report' | 'shouldStop'>
): StaffingResult | null {
	const part = (from: number, to: number, message: string) => ({
		report: (share: number) => tools.report(from + share * (to - from), message),
		shouldStop: tools.shouldStop
	});
	const shrinkage = work.minutes.map((minute, i) =>
		shrinkageAt(work.terms.shrinkage, work.weekdays[i]!, minute, work.intervalSeconds / 60)
	);
	const planned = work.queues.map((queue, q) => {
		tools.report((q / work.queues.length) * QUEUES_DONE, `queue ${queue.id}`);
		const inbound = planQueue(queue, work);
		const outbound = planOutbound(queue, work, inbound.agents);
		const target = pooledTarget(
			queue,
			inbound.figures.map(({ serviceLevel }) => serviceLevel)
		);
		return { queue, inbound, outbound, target };
	});
	if (tools.shouldStop()) return null;
	const targets = new Map(planned.map(({ queue, target }) => [queue.id, target]));
	const shared = work.groups
		? sharePeople(work, planned, shrinkage, part(QUEUES_DONE, SHARED_DONE, 'pool'))
		: null;
	if (tools.shouldStop()) return null;

	const groups = shared
		? shared.groups.map(({ id, queueIds, onContacts }) => ({ id, queueIds, agents: onContacts }))
		: planned.map(({ queue, inbound }) => ({
				id: queue.id,
				queueIds: [queue.id],
				agents: inbound.agents.map(whole)
			}));
	const check = simulateCheck(work, targets, groups, part(SHARED_DONE, 1, 'check'));
	return {
		queues: planned.map(({ queue, inbound, outbound }) => ({
			id: queue.id,
			intervals: work.instants.flatMap((startAt, i): PlannedInterval[] => {
				if (!queue.isPlanned[i]) return [];
				const agents = whole(inbound.agents[i]! + outbound[i]!);
				const { serviceLevel, asaSeconds, abandonment, occupancy } = inbound.figures[i]!;
				return [
					{
						startAt,
						agents,
						agentsWithShrinkage: agentsWithShrinkage(agents, shrinkage[i]!),
						pooledAgents: shared?.queues.get(queue.id)?.[i] ?? null,
						serviceLevel,
						asaSeconds,
						abandonment,
						occupancy
					}
				];
			})
		})),
		groups:
			shared?.groups.map(({ id, queueIds, headcount, agents }) => ({
				id,
				queueIds,
				headcount,
				agents,
				agentsWithShrinkage: agents.map((count, i) => agentsWithShrinkage(count, shrinkage[i]!))
			})) ?? null,
		check
	};
}
