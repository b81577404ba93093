import { and, eq, max } from 'drizzle-orm';
import type { CommandPayloads } from '#lib/contracts/commands.ts';
import type { Context } from '../context.ts';
import { commands, queues } from '../db/schema/index.ts';

/** What confirmed commands have made of the set-up, as far as any has: everything else is as it is set up. */
export interface Standing {
	/** By agent, the queues served. */
	queuesOf: Record<string, string[]>;
	/** By queue. */
	priorityOf: Record<string, number>;
}

export async function readStanding(ctx: Context): Promise<Standing> {
	const [moves, priorities] = await Promise.all([latest(ctx, 'agent.queues'), latest(ctx, 'queue.priority')]);
	return {
		queuesOf: Object.fromEntries(moves.map(({ agent, queues }) => [agent, queues])),
		priorityOf: Object.fromEntries(priorities.map(({ queue, priority }) => [queue, priority]))
	};
}

/** The payload of the confirmed command of each subject that was asked for last. */
async function latest<K extends 'agent.queues' | 'queue.priority'>(
	{ db }: Context,
	kind: K
): Promise<CommandPayloads[K][]> {
	const rows = await db.orm
		// SQLite takes the other columns from the row of the maximum.
		.select({ payload: commands.payload, at: max(commands.requestedAt) })
		.from(commands)
		.where(and(eq(commands.kind, kind), eq(commands.state, 'confirmed')))
		.groupBy(commands.subject);
	return rows.map(({ payload }) => payload as unknown as CommandPayloads[K]);
}

/** A queue's priority as it stands: by the latest confirmed action, else as it is set up. */
export async function queuePriority(ctx: Context, queueId: string): Promise<number> {
	const { priorityOf } = await readStanding(ctx);
	const [queue] = await ctx.db.orm.select().from(queues).where(eq(queues.id, queueId));
	return priorityOf[queueId] ?? queue?.priority ?? 1;
}
