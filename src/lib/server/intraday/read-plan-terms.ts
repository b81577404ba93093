import { can } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { listStaffing, readStaffingIntervals, type QueueTerms } from '../staffing/index.ts';

export interface DayPlan {
	id: string;
	name: string;
	terms: Record<string, QueueTerms>;
	intervalSeconds: number;
	/** Agents on contacts by queue and instant. */
	agents: Map<string, Map<number, number>>;
}

/** The newest staffing plan that covers a day. Null when there is none, or the actor may not see it. */
export async function readDayPlan(
	ctx: Context,
	actor: Actor,
	{ fromAt, toAt }: { fromAt: number; toAt: number }
): Promise<DayPlan | null> {
	if (!can(actor, 'staffing.view')) return null;
	const plan = (await listStaffing(ctx, actor)).find((one) => one.fromAt < toAt && one.toAt > fromAt);
	if (!plan) return null;
	const agents = new Map<string, Map<number, number>>();
	for (const row of await readStaffingIntervals(ctx, actor, plan.id)) {
		if (row.startAt < fromAt || row.startAt >= toAt) continue;
		const ofQueue = agents.get(row.queueId) ?? new Map<number, number>();
		agents.set(row.queueId, ofQueue.set(row.startAt, row.agents));
	}
	return {
		id: plan.id,
		name: plan.name,
		terms: plan.parameters,
		intervalSeconds: plan.intervalSeconds,
		agents
	};
}
