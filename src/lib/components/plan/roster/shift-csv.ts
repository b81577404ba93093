import { localDay } from '../../schedule/local-day.ts';
import { formatTime } from '#lib/format/index.ts';
import { paidHours } from '#lib/format/paid-hours.ts';
import type { GridAgent, GridShift } from './roster-types.ts';

/** Shifts as lines for a spreadsheet or another system: local days and clocks, and the instants themselves. */
export function shiftCsv(agents: readonly GridAgent[], shifts: readonly GridShift[], timeZone: string) {
	const byId = new Map(agents.map((agent) => [agent.id, agent]));
	const clock = (at: number): string => formatTime(at, timeZone);
	return {
		header: ['agent', 'name', 'team', 'date', 'start', 'end', 'breaks', 'paid_hours', 'start_utc', 'end_utc'],
		rows: shifts
			.filter(({ agentId }) => byId.has(agentId))
			.map((shift) => {
				const agent = byId.get(shift.agentId)!;
				return [
					agent.id,
					agent.name,
					agent.teamId,
					localDay(shift.startAt, timeZone),
					clock(shift.startAt),
					clock(shift.endAt),
					shift.breaks.map(({ startAt, endAt }) => `${clock(startAt)}-${clock(endAt)}`).join(' '),
					paidHours(shift),
					new Date(shift.startAt).toISOString(),
					new Date(shift.endAt).toISOString()
				];
			})
	};
}
