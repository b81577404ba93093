import { can, leadsAgent } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleAsChanged, type ScheduledShift } from './schedule-as-changed.ts';

/** By agent, the published shifts that reach into a span; nobody's to those who may not see rosters. */
export async function listScheduled(
	ctx: Context,
	actor: Actor,
	{ fromMs, toMs }: { fromMs: number; toMs: number }
): Promise<Record<string, ScheduledShift[]>> {
	if (!can(actor, 'roster.view')) return {};
	const schedule = await scheduleAsChanged(ctx, fromMs, toMs);
	return Object.fromEntries([...schedule].filter(([agentId]) => leadsAgent(actor, agentId)));
}
