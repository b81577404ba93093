import type { AgentShift, Scenario } from './scenario.ts';

/** What takes an agent off the queues within a shift. */
export interface PlannedPart {
	kind: 'break' | 'lunch' | 'training' | 'meeting';
	/** From the shift's start. */
	atSeconds: number;
	durationSeconds: number;
}

/** A shift as it is planned: nobody late, nobody absent. Local time. */
export interface PlannedShift {
	agent: string;
	/** Days since 1970-01-01, local: the day on which it begins. */
	day: number;
	startSeconds: number;
	/** May pass 86,400. */
	endSeconds: number;
	/** In order of time. */
	parts: PlannedPart[];
}

/** 0 = Monday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The parts of a shift that begins on a weekday: breaks, the meal, then activities. */
export const partsOf = (shift: AgentShift, weekday: number): PlannedPart[] => [
	...shift.breaks.map((pause): PlannedPart => ({ kind: 'break', ...pause })),
	...(shift.lunch ? [{ kind: 'lunch' as const, ...shift.lunch }] : []),
	...shift.activities
		.filter(({ weekdays }) => weekdays.includes(weekday))
		.map(({ kind, atSeconds, durationSeconds }): PlannedPart => ({ kind, atSeconds, durationSeconds }))
];

/**
 * The duty plan of a scenario's agents for some local days: what the simulated floor departs from by lateness and
 * absence. Agents without shifts, always on duty, have none.
 *
 * @param fromDay days since 1970-01-01, local
 */
export function plannedShifts({ agents }: Scenario, fromDay: number, days: number): PlannedShift[] {
	const planned: PlannedShift[] = [];
	for (const agent of agents)
		for (let day = fromDay; day < fromDay + days; day++)
			for (const shift of agent.shifts) {
				if (!shift.weekdays.includes(weekdayOf(day))) continue;
				planned.push({
					agent: agent.id,
					day,
					startSeconds: shift.startSeconds,
					endSeconds: shift.endSeconds,
					parts: partsOf(shift, weekdayOf(day)).sort((a, b) => a.atSeconds - b.atSeconds)
				});
			}
	return planned;
}
