import type { Calendar } from './calendar.ts';
import { parseDays } from './parse-days.ts';
import { canDo, type MinimumStaff, type RosterProblem } from './problem.ts';
import { readList, readMinute, readNumber, readObject, readText, readWhole, refuse } from './read-json.ts';

/** Times of the day at which the centre is open. */
export interface OpenRange {
	days: number[];
	fromMinute: number;
	toMinute: number;
}

/** Reads `openingHours`; null where the problem has none. @throws RangeError as `parseProblem` does */
export function parseOpening(item: unknown, calendar: Calendar): OpenRange[] | null {
	if (item === undefined) return null;
	return readList(item, 'openingHours', (one, place) => {
		const fields = readObject(one, place, ['day', 'weekday', 'from', 'to']);
		return { days: parseDays(fields, place, calendar), ...readRange(fields, place) };
	});
}

/** From a skill to the least proficiency at which a person counts for it. @throws RangeError as `parseProblem` does */
export function parseMinProficiency(item: unknown): NonNullable<RosterProblem['minProficiency']> {
	if (typeof item !== 'object' || item === null || Array.isArray(item))
		refuse('minProficiency', item, 'an object from skill to proficiency');
	return Object.fromEntries(
		Object.entries(item).map(([skill, value]) => [
			skill,
			readNumber(value, `minProficiency.${skill}`, 0, 100)
		])
	);
}

/**
 * Reads the floors: of a day, a weekday or every day, of a stretch of the clock or of all opening hours.
 *
 * @throws RangeError as `parseProblem` does
 */
export function parseMinimumStaff(
	item: unknown,
	known: Pick<RosterProblem, 'agents' | 'minProficiency' | 'intervalMinutes'> & {
		calendar: Calendar;
		opening: OpenRange[] | null;
	}
): MinimumStaff[] {
	const { calendar, opening, intervalMinutes } = known;
	return readList(item, 'minimumStaff', (one, place) => {
		const f = readObject(one, place, [
			'day',
			'weekday',
			'fromMinute',
			'from',
			'toMinute',
			'to',
			'skill',
			'agents'
		]);
		const skill = f.skill === null || f.skill === undefined ? null : readText(f.skill, `${place}.skill`);
		const able = known.agents.filter((agent) => canDo(known, agent, skill)).length;
		const agents = readWhole(f.agents, `${place}.agents`, 1, 100_000);
		if (agents > able)
			refuse(
				`${place}.agents`,
				agents,
				skill === null
					? `no more than the ${able} agents there are`
					: `no more than the ${able} agents with "${skill}"`
			);
		const days = parseDays({ day: f.day, weekday: f.weekday }, place, calendar, true);
		const checkGrid = (minutes: number[]) => {
			if (minutes.some((minute) => minute % intervalMinutes !== 0))
				refuse(place, one, `times that are multiples of intervalMinutes (${intervalMinutes})`);
		};
		if ([f.fromMinute, f.from, f.toMinute, f.to].every((value) => value === undefined)) {
			if (opening === null) refuse(place, one, '"from" and "to", or a problem with openingHours');
			checkGrid(opening.flatMap((range) => [range.fromMinute, range.toMinute]));
			return days.flatMap((day) =>
				opening
					.filter((range) => range.days.includes(day))
					.map(({ fromMinute, toMinute }) => ({ day, fromMinute, toMinute, skill, agents }))
			);
		}
		const { fromMinute, toMinute } = readRange(f, place);
		checkGrid([fromMinute, toMinute]);
		for (const day of days)
			if (
				opening &&
				!opening.some((o) => o.days.includes(day) && o.fromMinute <= fromMinute && toMinute <= o.toMinute)
			)
				refuse(place, one, `a stretch within opening hours (on ${calendar.spoken(day)} it is not)`);
		return days.map((day) => ({ day, fromMinute, toMinute, skill, agents }));
	}).flat();
}

function readRange(fields: Record<string, unknown>, place: string): { fromMinute: number; toMinute: number } {
	const fromMinute = readMinute(fields.fromMinute ?? fields.from, `${place}.from`, 1_440);
	const toMinute = readMinute(fields.toMinute ?? fields.to, `${place}.to`, 2_880);
	if (toMinute <= fromMinute) refuse(`${place}.to`, fields.toMinute ?? fields.to, 'a time after "from"');
	return { fromMinute, toMinute };
}
