import { setImmediate } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay, startOfWeek } from 'date-fns';
import { applyChanges } from '#solver/adherence/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { listReserved } from '../coaching/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import {
	dayFrame,
	frameShifts,
	rulesBrokenBy,
	scheduleAsChanged,
	type DayFrame,
	type ScheduledShift
} from '../rosters/index.ts';

/** An earlier end of today's shift that one person's rules allow: from `fromAt` on they are free, until its planned end. */
export interface LeaveWay {
	agentId: string;
	kind: 'shortened';
	activity: null;
	fromAt: number;
	toAt: number;
	movedTo: null;
}

const MINUTE_MS = 60_000;
const STEP_MS = 15 * MINUTE_MS;
const LEAST_NOTICE_MS = 15 * MINUTE_MS;
/** At most so long before the planned end, and never a shift shorter than this. */
const MOST_MS = 2 * 60 * MINUTE_MS;
const SHORTEST_MS = 4 * 60 * MINUTE_MS;

/**
 * The ways in which one person could go earlier today: from a quarter of an hour on, with a quarter's notice, up to two
 * hours before the planned end of a shift that stays four hours long. Not within a break, meeting or training, nor over
 * one that is reserved, and never under the least hours of the contract's week. None for those without a contract, or
 * whose schedule breaks a rule as it stands.
 */
export function leaveWays(
	frame: DayFrame,
	agent: AgentRecord,
	shifts: readonly ScheduledShift[],
	{ nowMs, untilMs, reserved, timeZone }: LeaveTerms
): LeaveWay[] {
	const { contract } = agent;
	if (contract === null) return [];
	const framed = frameShifts(frame, shifts);
	const running = framed.find(
		({ pieces }) => pieces.length === 1 && pieces[0]!.startAt <= nowMs && pieces[0]!.endAt > nowMs
	);
	if (!running || rulesBrokenBy(frame, agent, framed).length > 0) return [];
	const [shift] = running.pieces as [ScheduledShift];
	const toAt = shift.endAt;
	const first = Math.max(nowMs + LEAST_NOTICE_MS, toAt - MOST_MS, shift.startAt + SHORTEST_MS);
	const ways: LeaveWay[] = [];
	for (
		let fromAt = Math.ceil(first / STEP_MS) * STEP_MS;
		fromAt < Math.min(toAt, untilMs);
		fromAt += STEP_MS
	) {
		if (shift.breaks.some(({ startAt, endAt }) => startAt < fromAt && endAt >= fromAt)) continue;
		if (shift.breaks.some(({ startAt, kind }) => startAt >= fromAt && (kind === 'meeting' || kind === 'training'))) continue; // prettier-ignore
		if (reserved.some((one) => one.agentId === agent.id && one.startAt < toAt && one.endAt > fromAt))
			continue;
		// Hours and rest can only be kept the better by it; but the week's least must stay.
		const after = applyChanges([...shifts], [{ kind: 'leaves', fromAt, toAt, movedTo: null }]);
		if (hoursOfWeek(after, nowMs, timeZone) < contract.minHoursPerWeek) continue;
		ways.push({ agentId: agent.id, kind: 'shortened', activity: null, fromAt, toAt, movedTo: null });
	}
	return ways;
}

interface LeaveTerms {
	nowMs: number;
	/** They go before then. */
	untilMs: number;
	reserved: readonly { agentId: string; startAt: number; endAt: number }[];
	timeZone: string;
}

/** Paid hours of the shifts that begin in the week of an instant. */
function hoursOfWeek(shifts: readonly ScheduledShift[], atMs: number, timeZone: string): number {
	const monday = startOfWeek(new TZDate(atMs, timeZone), { weekStartsOn: 1 });
	const [from, to] = [monday.getTime(), addDays(monday, 7).getTime()];
	const ms = shifts
		.filter(({ startAt }) => startAt >= from && startAt < to)
		.reduce((sum, { startAt, endAt, breaks }) => {
			const unpaid = breaks.reduce((all, part) => all + (part.isPaid ? 0 : part.endAt - part.startAt), 0);
			return sum + endAt - startAt - unpaid;
		}, 0);
	return ms / (60 * MINUTE_MS);
}

/** The ways of everybody whose shift could end before `untilMs`. For domains: rights are the caller's. */
export async function readLeaveWays(
	ctx: Context,
	agents: readonly AgentRecord[],
	{ nowMs, untilMs, timeZone }: { nowMs: number; untilMs: number; timeZone: string }
): Promise<LeaveWay[]> {
	const soon = await scheduleAsChanged(ctx, nowMs, untilMs);
	const who = new Set(
		[...soon].flatMap(([id, own]) => (own.some(({ endAt }) => endAt < untilMs + MOST_MS) ? [id] : []))
	);
	if (who.size === 0) return [];
	const frame = dayFrame(new TZDate(startOfDay(new TZDate(nowMs, timeZone)).getTime(), timeZone));
	const [schedule, reserved] = await Promise.all([
		scheduleAsChanged(ctx, frame.originMs, frame.endMs),
		listReserved(ctx, SYSTEM, nowMs, untilMs + MOST_MS)
	]);
	const ways: LeaveWay[] = [];
	for (const agent of agents) {
		if (!who.has(agent.id)) continue;
		const own = schedule.get(agent.id) ?? [];
		ways.push(...leaveWays(frame, agent, own, { nowMs, untilMs, reserved, timeZone }));
		// A person takes some milliseconds, and the floor must not stand still for a hundred of them.
		await setImmediate();
	}
	return ways;
}
