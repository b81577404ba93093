import type { WorkTools } from '../jobs/index.ts';
import { planOutbound } from './plan-outbound.ts';
import { planQueue } from './plan-queue.ts';
import { pooledTarget } from './pooled-queue.ts';
import { simulateCheck } from './simulate-check.ts';
import { sliceWork } from './slice-work.ts';
import type { StaffingWork } from './staffing-work.ts';
import type { StoredCheck } from './stored-check.ts';
import { withoutOtherWork } from './without-other-work.ts';

/** A plan's work, and people by group and instant who are to be tried against it. */
export interface CheckWork {
	work: StaffingWork;
	/** Not rounded; letters and outbound calls are theirs to do too. */
	groups: { id: string; queueIds: string[]; agents: number[] }[];
	fromAt: number;
	toAt: number;
}

/** Runs people against a plan's forecast. Null: nothing in it can be simulated, or it was stopped at once. */
export function runCheck(
	{ work, groups, fromAt, toAt }: CheckWork,
	tools: Pick<WorkTools, 'report' | 'shouldStop'>
): StoredCheck | null {
	const planned = work.queues.map((queue) => {
		const inbound = planQueue(queue, work);
		const outbound = planOutbound(queue, work, inbound.agents);
		const levels = inbound.figures.map(({ serviceLevel }) => serviceLevel);
		const other =
			queue.terms.target === 'deadline' ? outbound.map((count, i) => count + inbound.agents[i]!) : outbound;
		return { id: queue.id, target: pooledTarget(queue, levels), other };
	});
	const free = withoutOtherWork(groups, new Map(planned.map(({ id, other }) => [id, other])), work.days);
	const kept = work.instants.map((at) => at >= fromAt && at < toAt);
	return simulateCheck(
		sliceWork(work, fromAt, toAt),
		new Map(planned.map(({ id, target }) => [id, target])),
		free.map((group) => ({ ...group, agents: group.agents.filter((_, i) => kept[i]) })),
		tools
	);
}
