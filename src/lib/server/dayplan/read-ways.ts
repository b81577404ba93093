import { setImmediate } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import type { AgentRecord } from '../agents/index.ts';
import { listReserved } from '../coaching/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { dayFrame, listChanges, scheduleAsChanged } from '../rosters/index.ts';
import { dayWays, type DayWay } from './day-ways.ts';
import { LEAVES_MOST_MS, leaveWays, type LeaveWay } from './leave-ways.ts';

export type Way = DayWay | LeaveWay;

/**
 * The ways in which the day of each may change between now and `untilMs`, one at a time: a break at another time, a later
 * end, an earlier one. A break or an end that has been put elsewhere today stays there. For domains: rights are the
 * caller's.
 */
export async function readWays(
	ctx: Context,
	agents: readonly AgentRecord[],
	{ nowMs, untilMs, timeZone }: { nowMs: number; untilMs: number; timeZone: string }
): Promise<Way[]> {
	const soon = await scheduleAsChanged(ctx, nowMs, untilMs);
	const people = agents.flatMap((agent) => {
		const near = soon.get(agent.id) ?? [];
		const endsBy = (ms: number) => near.some(({ endAt }) => endAt < ms);
		const hasBreak = near.some(({ breaks }) =>
			breaks.some(({ startAt }) => startAt > nowMs && startAt < untilMs)
		);
		const [mayMove, mayLeave] = [hasBreak || endsBy(untilMs), endsBy(untilMs + LEAVES_MOST_MS)];
		return mayMove || mayLeave ? [{ agent, mayMove, mayLeave }] : [];
	});
	if (people.length === 0) return [];
	const frame = dayFrame(new TZDate(startOfDay(new TZDate(nowMs, timeZone)).getTime(), timeZone));
	const [schedule, reserved, changes] = await Promise.all([
		scheduleAsChanged(ctx, frame.originMs, frame.endMs),
		listReserved(ctx, SYSTEM, nowMs, untilMs + LEAVES_MOST_MS),
		listChanges(ctx, SYSTEM, { fromMs: frame.originMs, toMs: frame.endMs })
	]);
	const isChanged = ({ agentId, kind, fromAt }: DayWay) =>
		changes.some(
			(one) => one.agentId === agentId && one.kind === kind && (one.movedTo ?? one.toAt) === fromAt
		);
	const ways: Way[] = [];
	for (const { agent, mayMove, mayLeave } of people) {
		const own = schedule.get(agent.id) ?? [];
		const terms = { nowMs, untilMs, reserved, timeZone };
		if (mayMove) ways.push(...dayWays(frame, agent, own, terms).filter((way) => !isChanged(way)));
		if (mayLeave) ways.push(...leaveWays(frame, agent, own, terms));
		// A person takes some milliseconds, and the floor must not stand still for a hundred of them.
		await setImmediate();
	}
	return ways;
}
