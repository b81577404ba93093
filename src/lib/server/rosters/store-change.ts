import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleChanges, sites } from '../db/schema/index.ts';
import { checkChange } from './check-change.ts';
import { scheduleAsChanged } from './schedule-as-changed.ts';

export const ChangeInput = z.object({
	agentId: z.string().min(1),
	kind: z.enum(['absent', 'late', 'leaves', 'cancelled', 'moved', 'extended', 'called']),
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
 * Keeps a change of the day once it can be made to the schedule as it stands. Nobody is told, and nothing worked out.
 *
 * @param proposalId the re-optimisation that it comes from
 */
export async function storeChange(
	ctx: Context,
	actor: Actor,
	input: ChangeInput,
	proposalId: string | null = null
): Promise<string> {
	requireRight(actor, 'schedule.change');
	const wanted = parseInput('Changing a schedule', ChangeInput, input);
	const { agentId, fromAt, kind, movedTo } = wanted;
	requireRight(actor, 'schedule.change', { person: agentId });
	const [site] = await ctx.db.orm.select().from(sites);
	const day = startOfDay(new TZDate(fromAt, site!.timeZone));
	const stands = await scheduleAsChanged(ctx, day.getTime(), addDays(day, 2).getTime(), agentId);
	const activity = checkChange(wanted, stands.get(agentId) ?? []);
	const id = randomUUID();
	await ctx.db.orm.batch([
		ctx.db.orm.insert(scheduleChanges).values({
			...wanted,
			id,
			activity,
			movedTo: kind === 'moved' ? movedTo : null,
			parts: kind === 'called' ? (wanted.parts ?? []) : null,
			proposalId,
			createdBy: actor.id,
			createdAt: ctx.now()
		}),
		recordAudit(ctx, actor, {
			action: 'schedule.change',
			subject: `agent:${agentId}`,
			after: { id, ...wanted },
			reason: wanted.reason
		})
	]);
	return id;
}
