import type { AgentRecord } from '../agents/index.ts';
import {
	frameShifts,
	rulesBrokenBy,
	type DayFrame,
	type FramedShift,
	type ScheduledShift
} from '../rosters/index.ts';

/**
 * The shift that runs, in one piece, of somebody of whom it can be judged what a change of it does. Null for those
 * without a contract, whose rules are not known, and for those whose schedule breaks a rule as it stands.
 */
export function changeableShift(
	frame: DayFrame,
	agent: AgentRecord,
	shifts: readonly ScheduledShift[],
	nowMs: number
): FramedShift | null {
	if (agent.contract === null) return null;
	const framed = frameShifts(frame, shifts);
	const running = framed.find(
		({ pieces }) => pieces.length === 1 && pieces[0]!.startAt <= nowMs && pieces[0]!.endAt > nowMs
	);
	return running && rulesBrokenBy(frame, agent, framed).length === 0 ? running : null;
}
