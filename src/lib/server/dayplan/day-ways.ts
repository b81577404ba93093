import { applyChanges } from '#solver/adherence/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { frameShifts, rulesBrokenBy, type DayFrame, type ScheduledShift } from '../rosters/index.ts';
import { changeableShift } from './changeable-shift.ts';
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
	const running = changeableShift(frame, agent, shifts, nowMs);
	if (!running) return [];
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
