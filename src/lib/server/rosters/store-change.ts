import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import { and, eq, not, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { SCHEDULE_CHANGE_KINDS } from '#solver/adherence/index.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit, type AuditEntry } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleChanges, sites } from '../db/schema/index.ts';
import { checkChange } from './check-change.ts';
import { scheduleAsChanged } from './schedule-as-changed.ts';

export const ChangeInput = z.object({
	agentId: z.string().min(1),
	/** Shifts change hands by swaps alone. */
	kind: z.enum(SCHEDULE_CHANGE_KINDS).exclude(['given', 'taken']),
	fromAt: z.int(),
	toAt: z.int(),
	movedTo: z.int().nullable().default(null),
	/** Of `called`: off the queues within it. */
	parts: z
		.array(
			z.object({
				startAt: z.int(),
				endAt: z.int(),
				isPaid: z.boolean(),
				kind: z.enum(['break', 'lunch', 'training', 'meeting']).optional()
			})
		)
		.max(12)
		.nullable()
		.default(null),
	reason: z.string().trim().min(1, 'say why').max(300, 'at most 300 characters')
});
export type ChangeInput = z.input<typeof ChangeInput>;

/**
 * The statements that keep a change of the day, once it can be made to the schedule as it stands. For domains that write
 * it together with something of their own: rights are the caller's, and the entry belongs into the same batch.
 *
 * @param by who makes it
 * @param proposalId the re-optimisation that it comes from
 */
export async function changeToStore(
	ctx: Context,
	by: Pick<Actor, 'id'>,
	input: ChangeInput,
	proposalId: string | null = null
) {
	const wanted = parseInput('Changing a schedule', ChangeInput, input);
	const { agentId, fromAt, kind, movedTo } = wanted;
	const [site] = await ctx.db.orm.select().from(sites);
	const day = startOfDay(new TZDate(fromAt, site!.timeZone));
	// From the day before: what ended at midnight can be made longer.
	const stands = await scheduleAsChanged(ctx, addDays(day, -1).getTime(), addDays(day, 2).getTime(), agentId);
	const activity = checkChange(wanted, stands.get(agentId) ?? []);
	const id = randomUUID();
	return {
		id,
		insert: ctx.db.orm.insert(scheduleChanges).values({
			...wanted,
			id,
			activity,
			movedTo: kind === 'moved' ? movedTo : null,
			parts: kind === 'called' ? (wanted.parts ?? []) : null,
			proposalId,
			createdBy: by.id,
			createdAt: ctx.now()
		}),
		entry: {
			action: 'schedule.change',
			subject: `agent:${agentId}`,
			after: { id, ...wanted },
			reason: wanted.reason
		} satisfies AuditEntry,
		/** Later in the same batch: takes it out again unless this holds by then. */
		dropUnless: (holds: SQL) =>
			ctx.db.orm.delete(scheduleChanges).where(and(eq(scheduleChanges.id, id), not(holds)))
	};
}

/**
 * Keeps a change of the day once it can be made to the schedule as it stands. Nobody is told, and nothing worked out.
 *
 * @param proposalId the re-optimisation, leave or swap that it comes from
 */
export async function storeChange(
	ctx: Context,
	actor: Actor,
	input: ChangeInput,
	proposalId: string | null = null
): Promise<string> {
	requireRight(actor, 'schedule.change');
	const { agentId } = parseInput('Changing a schedule', ChangeInput, input);
	requireRight(actor, 'schedule.change', { person: agentId });
	const { id, insert, entry } = await changeToStore(ctx, actor, input, proposalId);
	await ctx.db.orm.batch([insert, recordAudit(ctx, actor, entry)]);
	return id;
}
