import { applyChanges } from '#solver/adherence/index.ts';
import type { ShiftPart } from '../db/schema/index.ts';
import type { MinimumStaffCheck, ScheduledShift } from '../rosters/index.ts';
import type { DayMove } from './day-proposal.ts';

/** Whether changes of some people's day, made together, leave fewer at work than must be there. */
export const lowersMinimum = (
	minimumStaff: MinimumStaffCheck,
	schedule: ReadonlyMap<string, readonly ScheduledShift[]>,
	people: readonly { agentId: string; moves: readonly DayMove[] }[]
): boolean =>
	minimumStaff.isLowered(
		new Map(
			people.map(({ agentId, moves }) => [
				agentId,
				applyChanges<ShiftPart, ScheduledShift>(schedule.get(agentId) ?? [], moves)
			])
		)
	);
