import { gapOf, type EditedRoster } from '#solver/rostering/edit/index.ts';
import { instantIn } from '../instant-in.ts';
import type { Cover, GridDay, GridShift } from '../roster-types.ts';
import { hoursOf } from './grid-words.ts';

/** What the page says of a roster as it stands in the editor. */
export interface RosterFigures {
	objective: number;
	/** The solver's bound where it still bounds; null: unknown since it was edited. */
	lowerBound: number | null;
	gap: number | null;
	people: number;
	hours: number;
	violations: ReturnType<EditedRoster['violations']>;
}

/** @param agents ids of everybody in it */
export function rosterFigures(
	roster: EditedRoster,
	agents: readonly string[],
	result: { lowerBound: number | null }
): RosterFigures {
	const objective = roster.cost();
	const lowerBound = roster.isBounded() ? result.lowerBound : null;
	let people = 0;
	let hours = 0;
	for (const id of agents) {
		const shifts = roster.shiftsOf(id);
		if (shifts.length > 0) people++;
		hours += hoursOf(shifts);
	}
	return {
		...{ objective, lowerBound, people, hours },
		gap: gapOf(objective, lowerBound),
		violations: roster.violations()
	};
}

/** People required and scheduled by interval and skill, where there is any. */
export function coverRows(roster: EditedRoster, days: readonly GridDay[], timeZone: string): Cover[] {
	const rows: Cover[] = [];
	const step = 1_440 / roster.intervalsPerDay;
	for (let interval = 0; interval < roster.days * roster.intervalsPerDay; interval++) {
		const day = Math.floor(interval / roster.intervalsPerDay);
		let at: number | null = null;
		for (const [lane, skillId] of roster.skills.entries()) {
			const [required, scheduled] = [roster.required(lane, interval), roster.scheduled(lane, interval)];
			if (required === 0 && scheduled === 0) continue;
			at ??= instantIn(days, timeZone, day, (interval - day * roster.intervalsPerDay) * step);
			rows.push({ at, skillId, required, scheduled });
		}
	}
	return rows;
}

/** The editor's shifts with their instants, by person in the given order. */
export function gridShifts(
	roster: EditedRoster,
	agents: readonly string[],
	days: readonly GridDay[],
	timeZone: string
): GridShift[] {
	return agents.flatMap((agentId) =>
		roster.shiftsOf(agentId).map(({ id, day, startMinute, lengthMinutes, breaks }) => {
			const at = (minute: number) => instantIn(days, timeZone, day, minute);
			return {
				...{ id, agentId, day },
				startAt: at(startMinute),
				endAt: at(startMinute + lengthMinutes),
				breaks: breaks.map(({ offsetMinute, lengthMinutes: minutes, paid, kind }) => ({
					startAt: at(startMinute + offsetMinute),
					endAt: at(startMinute + offsetMinute + minutes),
					isPaid: paid,
					...(kind && { kind })
				}))
			};
		})
	);
}
