import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay, startOfWeek } from 'date-fns';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleChanges, sites } from '../db/schema/index.ts';
import { readCover, shortHours } from '../staffing/index.ts';
import { checkChange } from './check-change.ts';
import { scheduleAsChanged, type ScheduledShift } from './schedule-as-changed.ts';

const ChangeInput = z.object({
	agentId: z.string().min(1),
	kind: z.enum(['absent', 'late', 'leaves', 'cancelled', 'moved']),
	fromAt: z.int(),
	toAt: z.int(),
	movedTo: z.int().nullable().default(null),
	reason: z.string().trim().min(1, 'say why').max(300, 'at most 300 characters')
});
export type ChangeInput = z.input<typeof ChangeInput>;

export interface RecordedChange {
	changeId: string;
	/** Agent-hours short on that day, from the change on; null where no staffing plan covers it. */
	shortHours: { before: number; after: number } | null;
	/** Set where the person's week falls under the least hours of the contract by it. */
	underHours: { hours: number; leastHours: number } | null;
}

/** Records what became otherwise on the day; cover and hours are worked out anew at once. */
export async function recordChange(ctx: Context, actor: Actor, input: ChangeInput): Promise<RecordedChange> {
	requireRight(actor, 'schedule.change');
	const wanted = parseInput('Changing a schedule', ChangeInput, input);
	const { agentId, fromAt, toAt, kind, movedTo } = wanted;
	const agent = (await listAgents(ctx)).find(({ id }) => id === agentId);
	if (!agent) throw new InvalidInputError(`Changing a schedule: there is no agent "${agentId}".`);
	const [site] = await ctx.db.orm.select().from(sites);
	const day = startOfDay(new TZDate(fromAt, site!.timeZone));
	const span = { fromMs: day.getTime(), toMs: addDays(day, 2).getTime() };
	const before = await scheduleAsChanged(ctx, span.fromMs, span.toMs);
	const activity = checkChange(wanted, before.get(agentId) ?? []);
	// That day, and what a shift over midnight loses of the next.
	const judged = { fromMs: span.fromMs, toMs: Math.max(addDays(day, 1).getTime(), toAt) };
	const coverBefore = await readCover(ctx, judged, before);
	const hoursBefore = await weekHours(ctx, agentId, day);

	const changeId = randomUUID();
	await ctx.db.orm.batch([
		ctx.db.orm.insert(scheduleChanges).values({
			...wanted,
			id: changeId,
			activity,
			movedTo: kind === 'moved' ? movedTo : null,
			createdBy: actor.id,
			createdAt: ctx.now()
		}),
		recordAudit(ctx, actor, {
			action: 'schedule.change',
			subject: `agent:${agentId}`,
			after: { id: changeId, ...wanted }
		})
	]);
	const after = await scheduleAsChanged(ctx, span.fromMs, span.toMs);
	const coverAfter = coverBefore && (await readCover(ctx, judged, after));
	const first = Math.min(fromAt, movedTo ?? fromAt);
	return {
		changeId,
		shortHours:
			coverBefore && coverAfter
				? { before: shortHours(coverBefore, first), after: shortHours(coverAfter, first) }
				: null,
		underHours: underHours(agent, hoursBefore, await weekHours(ctx, agentId, day))
	};
}

/** Paid hours of the person's week by the schedule as it stands. */
async function weekHours(ctx: Context, agentId: string, day: TZDate): Promise<number> {
	const monday = startOfWeek(day, { weekStartsOn: 1 });
	const [from, to] = [monday.getTime(), addDays(monday, 7).getTime()];
	const week = (await scheduleAsChanged(ctx, from, to, agentId)).get(agentId) ?? [];
	return week
		.filter(({ startAt }) => startAt >= from && startAt < to)
		.reduce((sum, one) => sum + paidHours(one), 0);
}

const paidHours = ({ startAt, endAt, breaks }: ScheduledShift): number =>
	(endAt - startAt - breaks.reduce((sum, part) => sum + (part.isPaid ? 0 : part.endAt - part.startAt), 0)) /
	3_600_000;

function underHours({ contract }: AgentRecord, before: number, after: number): RecordedChange['underHours'] {
	const leastHours = contract?.minHoursPerWeek ?? 0;
	return after < leastHours && before >= leastHours ? { hours: after, leastHours } : null;
}
