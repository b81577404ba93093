import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { sites } from '../db/schema/index.ts';
import { readCover, shortHours } from '../staffing/index.ts';
import { brokenRules } from './broken-rules.ts';
import { scheduleAsChanged } from './schedule-as-changed.ts';
import { ChangeInput, storeChange } from './store-change.ts';
import { isDecided, tellOfChange } from './tell-of-change.ts';
import { weekHours, weekOf } from './week-hours.ts';

export interface RecordedChange {
	changeId: string;
	/** Agent-hours short on that day, from the change on; null where no staffing plan covers it. */
	shortHours: { before: number; after: number } | null;
	/** Set where the person's week falls under the least hours of the contract by it. */
	underHours: { hours: number; leastHours: number } | null;
	/** Rules of the roster that the person's schedule keeps no more by it. */
	brokenRules: string[];
}

/**
 * Records what became otherwise on the day; cover, hours and rules are worked out anew at once, and the person is told
 * of what others decided.
 *
 * @param causeId the leave that it comes from
 */
export async function recordChange(
	ctx: Context,
	actor: Actor,
	input: ChangeInput,
	causeId: string | null = null
): Promise<RecordedChange> {
	requireRight(actor, 'schedule.change');
	const { agentId, fromAt, toAt, kind, movedTo } = parseInput('Changing a schedule', ChangeInput, input);
	requireRight(actor, 'schedule.change', { person: agentId });
	const agent = (await listAgents(ctx)).find(({ id }) => id === agentId);
	if (!agent) throw new InvalidInputError(`Changing a schedule: there is no agent "${agentId}".`);
	const [site] = await ctx.db.orm.select().from(sites);
	const day = startOfDay(new TZDate(fromAt, site!.timeZone));
	const span = { fromMs: day.getTime(), toMs: addDays(day, 2).getTime() };
	const before = await scheduleAsChanged(ctx, span.fromMs, span.toMs);
	// That day, and what a shift over midnight loses of the next.
	const judged = { fromMs: span.fromMs, toMs: Math.max(addDays(day, 1).getTime(), toAt) };
	const coverBefore = await readCover(ctx, judged, before);
	const hoursBefore = await hoursAsScheduled(ctx, agentId, day);
	const rulesBefore = new Set(await brokenRules(ctx, agent, day));

	const changeId = await storeChange(ctx, actor, input, causeId);
	if (isDecided(kind)) await tellOfChange(ctx, agentId, fromAt);
	const after = await scheduleAsChanged(ctx, span.fromMs, span.toMs);
	const coverAfter = coverBefore && (await readCover(ctx, judged, after));
	const first = Math.min(fromAt, movedTo ?? fromAt);
	return {
		changeId,
		shortHours:
			coverBefore && coverAfter
				? { before: shortHours(coverBefore, first), after: shortHours(coverAfter, first) }
				: null,
		underHours: underHours(agent, hoursBefore, await hoursAsScheduled(ctx, agentId, day)),
		brokenRules: (await brokenRules(ctx, agent, day)).filter((rule) => !rulesBefore.has(rule))
	};
}

/** Paid hours of the person's week by the schedule as it stands. */
async function hoursAsScheduled(ctx: Context, agentId: string, day: TZDate): Promise<number> {
	const { fromMs, toMs } = weekOf(day);
	return weekHours((await scheduleAsChanged(ctx, fromMs, toMs, agentId)).get(agentId) ?? [], day);
}

function underHours({ contract }: AgentRecord, before: number, after: number): RecordedChange['underHours'] {
	const leastHours = contract?.minHoursPerWeek ?? 0;
	return after < leastHours && before >= leastHours ? { hours: after, leastHours } : null;
}
