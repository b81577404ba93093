import { listAgents } from '../agents/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { listQueues } from '../queues/index.ts';
import { agentsToRoster } from './agents-to-roster.ts';
import { listStaffing, readStaffingIntervals } from './read-staffing.ts';
import { rosterPeople, type WorkedShift } from './roster-people.ts';
import { shareScheduled } from './share-scheduled.ts';
import { skillGroups } from './skill-groups.ts';

/** Who is needed and who is scheduled, by queue and interval. */
export interface Cover {
	planId: string;
	intervalSeconds: number;
	points: { queueId: string; startAt: number; required: number; scheduled: number }[];
}

/**
 * A schedule held against the newest staffing plan that covers a span: what the plan asks of a roster beside who is at
 * work, breaks and other parts out. People who can take several queues are counted where somebody is missing. Null
 * where no plan covers it. For domains: rights are the caller's.
 */
export async function readCover(
	ctx: Context,
	{ fromMs, toMs }: { fromMs: number; toMs: number },
	schedule: ReadonlyMap<string, readonly Omit<WorkedShift, 'agentId'>[]>
): Promise<Cover | null> {
	const plan = (await listStaffing(ctx, SYSTEM)).find((one) => one.fromAt < toMs && one.toAt > fromMs);
	if (!plan) return null;
	const [intervals, agents, queues] = await Promise.all([
		readStaffingIntervals(ctx, SYSTEM, plan.id),
		listAgents(ctx),
		listQueues(ctx)
	]);
	const wantedIn = agentsToRoster(plan);
	const asked = Map.groupBy(
		intervals.filter(({ startAt }) => startAt >= fromMs && startAt < toMs),
		({ startAt }) => startAt
	);
	const instants = [...asked.keys()].sort((a, b) => a - b);
	const groups = skillGroups(
		agents,
		queues.filter(({ id }) => plan.parameters[id])
	);
	const worked = [...schedule].flatMap(([agentId, own]) => own.map((shift) => ({ ...shift, agentId })));
	const people = rosterPeople(groups, worked, instants, plan.intervalSeconds);
	return {
		planId: plan.id,
		intervalSeconds: plan.intervalSeconds,
		points: instants.flatMap((startAt, i) => {
			const required = new Map(asked.get(startAt)!.map((interval) => [interval.queueId, wantedIn(interval)]));
			const shared = shareScheduled(
				groups.map(({ id, queueIds }) => ({
					// A queue that is closed takes nobody.
					queueIds: queueIds.filter((queueId) => required.has(queueId)),
					people: people.get(id)![i]!
				})),
				required
			);
			return [...required].map(([queueId, needed]) => ({
				queueId,
				startAt,
				required: needed,
				scheduled: shared.get(queueId) ?? 0
			}));
		})
	};
}

/** Agent-hours by which a cover is short, from an instant on. */
export const shortHours = ({ points, intervalSeconds }: Cover, fromMs = -Infinity): number =>
	points.reduce(
		(sum, { startAt, required, scheduled }) =>
			startAt + intervalSeconds * 1000 <= fromMs ? sum : sum + Math.max(0, required - scheduled),
		0
	) *
	(intervalSeconds / 3_600);
