import { checkPlan, type CheckPlanInput } from '#solver/pooling/index.ts';
import type { WorkTools } from '../jobs/index.ts';
import { pooledQueue, type PooledTarget } from './pooled-queue.ts';
import type { StaffingWork } from './staffing-work.ts';
import type { StoredCheck } from './stored-check.ts';

/** Contacts that a check may simulate before it makes do with fewer runs; a million takes about 0.4 s. */
const MOST_CONTACTS = 50_000_000;
/** A large centre's runs differ less from each other: this many tell enough. */
const FEWEST_REPLICATIONS = 100;

const round = (value: number | undefined): number | null =>
	value === undefined ? null : Math.round(value * 1e4) / 1e4;

/**
 * Simulates a plan over the forecast's own uncertainty. Letters are not in it: they are planned to be done by their
 * deadline.
 *
 * @param groups agents on contacts that wait, by interval
 */
export function simulateCheck(
	work: StaffingWork,
	targets: ReadonlyMap<string, PooledTarget>,
	groups: CheckPlanInput['groups'],
	tools: Pick<WorkTools, 'report' | 'shouldStop'>
): StoredCheck | null {
	const waiting = work.queues.filter(({ terms, offered }) => isSimulated(terms.target, offered));
	if (waiting.length === 0 || work.replications === 0) return null;
	const contacts = waiting.reduce((sum, { offered }) => sum + offered.reduce((all, one) => all + one, 0), 0);
	const replications = Math.min(
		work.replications,
		Math.max(FEWEST_REPLICATIONS, Math.floor(MOST_CONTACTS / contacts))
	);
	const simulated = new Set(waiting.map(({ id }) => id));
	const result = checkPlan({
		queues: waiting.map((queue) => ({
			...pooledQueue(queue, targets.get(queue.id)!),
			p10: queue.p10,
			p90: queue.p90
		})),
		groups: groups
			.map((group) => ({ ...group, queueIds: group.queueIds.filter((id) => simulated.has(id)) }))
			.filter(({ queueIds }) => queueIds.length > 0),
		intervalSeconds: work.intervalSeconds,
		dayOf: work.days,
		weekdayOf: (day) => (((day + 4) % 7) + 7) % 7,
		replications,
		seed: work.terms.seed,
		report: (share) => tools.report(share),
		shouldStop: () => tools.shouldStop()
	});
	if (result.replications === 0) return null;
	return {
		checkedAt: null,
		replications: result.replications,
		stopped: result.stopped,
		overall: result.overall,
		queues: result.queues.map(({ intervals, ...queue }) => ({
			...queue,
			...targets.get(queue.id)!,
			p10: intervals.map((spread) => round(spread?.p10)),
			mean: intervals.map((spread) => round(spread?.mean)),
			p90: intervals.map((spread) => round(spread?.p90))
		})),
		groups: result.groups,
		marginal: result.marginal,
		instants: work.instants
	};
}

/** Letters wait for their deadline, and a queue without contacts has no service level. */
export const isSimulated = (target: string, offered: readonly number[]): boolean =>
	target !== 'deadline' && offered.some((volume) => volume > 0);
