import { TZDate } from '@date-fns/tz';
import { applyChanges } from '#solver/adherence/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { weekHours, type DayFrame, type ScheduledShift } from '../rosters/index.ts';
import { changeableShift } from './changeable-shift.ts';

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
export const LEAVES_MOST_MS = 2 * 60 * MINUTE_MS;
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
	const running = changeableShift(frame, agent, shifts, nowMs);
	if (!running) return [];
	const [shift] = running.pieces as [ScheduledShift];
	const toAt = shift.endAt;
	// A night that began on Sunday is of the week before.
	const day = new TZDate(shift.startAt, timeZone);
	const leastHours = agent.contract!.minHoursPerWeek;
	const first = Math.max(nowMs + LEAST_NOTICE_MS, toAt - LEAVES_MOST_MS, shift.startAt + SHORTEST_MS);
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
		if (weekHours(after, day) < leastHours) continue;
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
