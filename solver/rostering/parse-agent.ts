import type { Calendar } from './calendar.ts';
import { parseContract } from './parse-contract.ts';
import { parseDays } from './parse-days.ts';
import type { RosterAgent, RosterPreference, ShiftTemplate } from './problem.ts';
import { readList, readMinute, readNumber, readObject, readText, refuse } from './read-json.ts';

/** Reads one agent of a rostering problem. @throws RangeError as `parseProblem` does */
export function parseAgent(
	item: unknown,
	place: string,
	calendar: Calendar,
	shifts: ShiftTemplate[]
): RosterAgent {
	const fields = readObject(item, place, [
		...['id', 'name', 'skills', 'contract', 'availability', 'daysOff', 'preferences']
	]);
	const id = readText(fields.id, `${place}.id`);
	const availability =
		fields.availability === undefined || fields.availability === null
			? null
			: readList(fields.availability, `${place}.availability`, (range, at) => {
					const r = readObject(range, at, ['day', 'weekday', 'from', 'to']);
					const fromMinute = readMinute(r.from, `${at}.from`, 1440);
					const toMinute = readMinute(r.to, `${at}.to`, 2880);
					if (toMinute <= fromMinute)
						refuse(`${at}.to`, r.to, 'a time after "from" (past midnight: 24:00 and more)');
					const days = parseDays({ day: r.day, weekday: r.weekday }, at, calendar, true);
					return days.map((day) => ({ day, fromMinute, toMinute }));
				}).flat();
	return {
		id,
		name: fields.name === undefined ? id : readText(fields.name, `${place}.name`),
		skills: readList(fields.skills ?? [], `${place}.skills`, parseSkill),
		contract: parseContract(fields.contract, `${place}.contract`, shifts),
		availability,
		daysOff: readList(fields.daysOff ?? [], `${place}.daysOff`, (day, at) =>
			parseDays({ day }, at, calendar)
		).flat(),
		preferences: readList(fields.preferences ?? [], `${place}.preferences`, (p, at): RosterPreference[] => {
			const r = readObject(p, at, ['day', 'weekday', 'kind', 'shift', 'weight']);
			const kind = r.kind ?? 'prefer';
			if (kind !== 'prefer' && kind !== 'avoid') refuse(`${at}.kind`, r.kind, '"prefer" or "avoid"');
			const shift = readText(r.shift, `${at}.shift`);
			if (shift !== 'off' && shift !== 'work' && !shifts.some((s) => s.id === shift))
				refuse(`${at}.shift`, shift, `"off", "work" or a shift's id`);
			const weight = readNumber(r.weight, `${at}.weight`, 0, 1_000_000, 1);
			const days = parseDays({ day: r.day, weekday: r.weekday }, at, calendar, true);
			return days.map((day) => ({ day, kind, shift, weight }));
		}).flat()
	};
}

function parseSkill(item: unknown, place: string): { skill: string; proficiency: number } {
	if (typeof item === 'string') return { skill: readText(item, place), proficiency: 1 };
	const fields = readObject(item, place, ['skill', 'proficiency']);
	return {
		skill: readText(fields.skill, `${place}.skill`),
		proficiency: readNumber(fields.proficiency, `${place}.proficiency`, 0, 100, 1)
	};
}
