import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import { applyChanges } from '#solver/adherence/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { listReserved } from '../coaching/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import {
	dayFrame,
	frameShifts,
	listChanges,
	rulesBrokenBy,
	scheduleAsChanged,
	type DayFrame,
	type ScheduledShift
} from '../rosters/index.ts';
import { DayInput } from './day-input.ts';
import { changesFrom, plannedDay, shiftOptions, termsOf } from './day-options.ts';
import { withReserved, type DayPeople } from './day-problem.ts';

/** A break of today that could begin at another time, as `recordChange` takes it (`moved`). */
export interface BreakWay {
	agentId: string;
	activity: 'break' | 'lunch';
	fromAt: number;
	toAt: number;
	movedTo: number;
}

/** Breaks alone, one at a time, and without asking anybody to stay or go. */
const BREAKS_ALONE = DayInput.parse({ moveActivities: false, extendMinutes: 0, callIn: false });

/**
 * The ways in which one person's breaks may be moved, by the terms on which a day is re-optimised (no further than an
 * hour from where it was, a meal an hour and a half; not too long without one; a quarter of an hour's notice). Only
 * where both the break and its new time lie before `untilMs`. None for those without a contract, whose rules are not
 * known, or whose schedule breaks a rule as it stands.
 */
export function breakWays(
	frame: DayFrame,
	agent: AgentRecord,
	shifts: readonly ScheduledShift[],
	{ nowMs, untilMs, reserved }: { nowMs: number; untilMs: number; reserved: DayPeople['reserved'] }
): BreakWay[] {
	if (agent.contract === null) return [];
	const framed = frameShifts(frame, shifts);
	const running = framed.find(
		({ pieces }) => pieces.length === 1 && pieces[0]!.startAt <= nowMs && pieces[0]!.endAt > nowMs
	);
	if (!running || rulesBrokenBy(frame, agent, framed).length > 0) return [];
	const planned = withReserved(frame, plannedDay(running), agent.id, reserved);
	const terms = termsOf(BREAKS_ALONE, Infinity);
	return shiftOptions(frame, running, planned, changesFrom(frame, nowMs), terms).flatMap(
		({ moves }): BreakWay[] => {
			const [move] = moves;
			if (moves.length !== 1 || !move || move.movedTo === null) return [];
			const { kind, fromAt, toAt, movedTo, activity, parts } = move;
			if (activity !== 'break' && activity !== 'lunch') return [];
			if (Math.max(toAt, movedTo + toAt - fromAt) > untilMs) return [];
			const after = applyChanges([...shifts], [{ kind, fromAt, toAt, movedTo, parts }]);
			return rulesBrokenBy(frame, agent, frameShifts(frame, after)).length > 0
				? []
				: [{ agentId: agent.id, activity, fromAt, toAt, movedTo }];
		}
	);
}

/** The ways of everybody who has a break between now and `untilMs`; one that has been moved today stays. For domains: rights are the caller's. */
export async function readBreakWays(
	ctx: Context,
	agents: readonly AgentRecord[],
	{ nowMs, untilMs, timeZone }: { nowMs: number; untilMs: number; timeZone: string }
): Promise<BreakWay[]> {
	const soon = await scheduleAsChanged(ctx, nowMs, untilMs);
	const who = [...soon].flatMap(([id, own]) =>
		own.some(({ breaks }) => breaks.some(({ startAt }) => startAt > nowMs && startAt < untilMs)) ? [id] : []
	);
	if (who.length === 0) return [];
	const frame = dayFrame(new TZDate(startOfDay(new TZDate(nowMs, timeZone)).getTime(), timeZone));
	const [schedule, reserved, changes] = await Promise.all([
		scheduleAsChanged(ctx, frame.originMs, frame.endMs),
		listReserved(ctx, SYSTEM, nowMs, untilMs),
		listChanges(ctx, SYSTEM, { fromMs: frame.originMs, toMs: frame.endMs })
	]);
	const isMoved = ({ agentId, fromAt }: BreakWay) =>
		changes.some((one) => one.agentId === agentId && one.kind === 'moved' && one.movedTo === fromAt);
	const byId = new Map(agents.map((agent) => [agent.id, agent]));
	return who.flatMap((id) => {
		const agent = byId.get(id);
		if (!agent) return [];
		const own = breakWays(frame, agent, schedule.get(id) ?? [], { nowMs, untilMs, reserved });
		return own.filter((way) => !isMoved(way));
	});
}
