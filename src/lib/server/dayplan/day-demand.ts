import { SYSTEM, type Context } from '../context.ts';
import { readIntraday, type LocalDay } from '../intraday/index.ts';
import { listQueues } from '../queues/index.ts';
import { agentsToRoster, listStaffing, readStaffingIntervals } from '../staffing/index.ts';

/** Agents that a skill needs from `startAt` on, for `seconds`. */
export interface DayNeed {
	skillId: string | null;
	startAt: number;
	endAt: number;
	agents: number;
}

/**
 * Who is needed in the rest of a day: what the re-forecast asks for, by the plan's own terms and with its shrinkage;
 * where it asks nothing anew (letters), what was planned. Null where no staffing plan covers the day.
 */
export async function readDayNeeds(
	ctx: Context,
	day: LocalDay,
	nowMs: number,
	timeZone: string
): Promise<DayNeed[] | null> {
	const plan = (await listStaffing(ctx, SYSTEM)).find(
		({ fromAt, toAt }) => fromAt < day.toAt && toAt > day.fromAt
	);
	if (!plan) return null;
	const [view, rows, queues] = await Promise.all([
		readIntraday(ctx, SYSTEM, { day, asOf: nowMs, nowMs, timeZone }),
		readStaffingIntervals(ctx, SYSTEM, plan.id),
		listQueues(ctx)
	]);
	const skillOf = new Map(queues.map(({ id, skillId }) => [id, skillId]));
	const again = new Map(
		view.queues.map(({ queueId, intervals }) => [
			queueId,
			new Map(intervals.map(({ startAt, required }) => [startAt, required]))
		])
	);
	const wantedIn = agentsToRoster(plan);
	const stepMs = view.intervalSeconds * 1000;
	return rows.flatMap((row) => {
		const { queueId, startAt, agents } = row;
		const endAt = startAt + plan.intervalSeconds * 1000;
		if (endAt <= nowMs || startAt < day.fromAt || startAt >= day.toAt) return [];
		const planned = wantedIn(row);
		const slot = day.fromAt + Math.floor((startAt - day.fromAt) / stepMs) * stepMs;
		const anew = again.get(queueId)?.get(slot) ?? null;
		const wanted = anew === null || agents <= 0 ? planned : (anew * planned) / agents;
		return [{ skillId: skillOf.get(queueId) ?? null, startAt, endAt, agents: wanted }];
	});
}
