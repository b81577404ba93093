import { setImmediate } from 'node:timers/promises';
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
import type { DayMove } from './day-proposal.ts';
import { withReserved, type DayPeople } from './day-problem.ts';

/** A change of today that one person's rules allow, as `recordChange` takes it. */
export interface DayWay {
	agentId: string;
	/** A break at another time, or a later end of the shift. */
	kind: 'moved' | 'extended';
	/** What is moved. */
	activity: 'break' | 'lunch' | null;
	fromAt: number;
	toAt: number;
	movedTo: number | null;
}

/** Notice to somebody who might stay, and the least of it that is foreseen. */
const LEAST_MS = 15 * 60_000;
/** Nobody is sent home, and training and meetings stay. */
const ALONE = DayInput.parse({ moveActivities: false, extendMinutes: 60, callIn: false });

/**
 * The ways in which one person's day may change, one at a time, by the terms on which a day is re-optimised: a break no
 * further than an hour from where it was (a meal an hour and a half), not too long without one, half an hour or an hour
 * longer; a quarter of an hour's notice. A break only where it and its new time lie before `untilMs`, an end that lies
 * well before it. None for those without a contract, whose rules are not known, or whose schedule breaks a rule as it
 * stands.
 */
export function dayWays(
	frame: DayFrame,
	agent: AgentRecord,
	shifts: readonly ScheduledShift[],
	{ nowMs, untilMs, reserved }: { nowMs: number; untilMs: number; reserved: DayPeople['reserved'] }
): DayWay[] {
	if (agent.contract === null) return [];
	const framed = frameShifts(frame, shifts);
	const running = framed.find(
		({ pieces }) => pieces.length === 1 && pieces[0]!.startAt <= nowMs && pieces[0]!.endAt > nowMs
	);
	if (!running || rulesBrokenBy(frame, agent, framed).length > 0) return [];
	const planned = withReserved(frame, plannedDay(running), agent.id, reserved);
	const terms = termsOf(ALONE, Infinity);
	return shiftOptions(frame, running, planned, changesFrom(frame, nowMs), terms).flatMap(
		({ moves }): DayWay[] => {
			const [move] = moves;
			if (moves.length !== 1 || !move || !isForeseen(move, nowMs, untilMs)) return [];
			const { kind, fromAt, toAt, movedTo, activity, parts } = move;
			if (kind !== 'moved' && kind !== 'extended') return [];
			if (activity === 'training' || activity === 'meeting') return [];
			const after = applyChanges([...shifts], [{ kind, fromAt, toAt, movedTo, parts }]);
			return rulesBrokenBy(frame, agent, frameShifts(frame, after)).length > 0
				? []
				: [{ agentId: agent.id, kind, activity, fromAt, toAt, movedTo }];
		}
	);
}

/** Whether all that it changes, or of a later end enough, happens between now and then. */
function isForeseen({ fromAt, toAt, movedTo }: DayMove, nowMs: number, untilMs: number): boolean {
	if (movedTo === null) return fromAt >= nowMs + LEAST_MS && fromAt <= untilMs - LEAST_MS;
	return Math.max(toAt, movedTo + toAt - fromAt) <= untilMs;
}

/** The ways of everybody who has a break or an end between now and `untilMs`; what has been changed today stays. For domains: rights are the caller's. */
export async function readDayWays(
	ctx: Context,
	agents: readonly AgentRecord[],
	{ nowMs, untilMs, timeZone }: { nowMs: number; untilMs: number; timeZone: string }
): Promise<DayWay[]> {
	const soon = await scheduleAsChanged(ctx, nowMs, untilMs);
	const who = [...soon].flatMap(([id, own]) =>
		own.some(
			({ endAt, breaks }) =>
				endAt < untilMs || breaks.some(({ startAt }) => startAt > nowMs && startAt < untilMs)
		)
			? [id]
			: []
	);
	if (who.length === 0) return [];
	const frame = dayFrame(new TZDate(startOfDay(new TZDate(nowMs, timeZone)).getTime(), timeZone));
	const [schedule, reserved, changes] = await Promise.all([
		scheduleAsChanged(ctx, frame.originMs, frame.endMs),
		listReserved(ctx, SYSTEM, nowMs, untilMs),
		listChanges(ctx, SYSTEM, { fromMs: frame.originMs, toMs: frame.endMs })
	]);
	const isChanged = ({ agentId, kind, fromAt }: DayWay) =>
		changes.some(
			(one) => one.agentId === agentId && one.kind === kind && (one.movedTo ?? one.toAt) === fromAt
		);
	const byId = new Map(agents.map((agent) => [agent.id, agent]));
	const ways: DayWay[] = [];
	for (const id of who) {
		const agent = byId.get(id);
		if (!agent) continue;
		const own = dayWays(frame, agent, schedule.get(id) ?? [], { nowMs, untilMs, reserved });
		ways.push(...own.filter((way) => !isChanged(way)));
		// A person takes some milliseconds, and the floor must not stand still for a hundred of them.
		await setImmediate();
	}
	return ways;
}
