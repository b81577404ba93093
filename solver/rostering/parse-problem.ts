import { createCalendar, dateInstant } from './calendar.ts';
import { parseAgent } from './parse-agent.ts';
import { parseDays } from './parse-days.ts';
import { GIVEN_FIELDS, parseGiven } from './parse-given.ts';
import { parseMinimumStaff, parseMinProficiency, parseOpening } from './parse-minimum-staff.ts';
import { parseShift } from './parse-shift.ts';
import { allShifts, canDo, type RosterDemand, type RosterProblem } from './problem.ts';
import { refuseContradictions } from './refuse-contradictions.ts';
import { readList, readMinute, readNumber, readObject, readText, readWhole, refuse } from './read-json.ts';

/** Six weeks: the longest horizon a roster is planned for. */
const MAX_DAYS = 42;

const CHANGE_WEIGHTS = ['changedDay', 'changedHour', 'changedPerson'] as const;

/**
 * Checks a rostering problem read from JSON and fills in defaults; README.md has the format.
 *
 * @throws RangeError naming the field, its value and what was wanted
 */
export function parseProblem(input: unknown): RosterProblem {
	const root = readObject(input, 'problem', [
		...['version', 'horizon', 'intervalMinutes', 'agents', 'shifts', 'demand', 'weights', 'openingHours'],
		...['minimumStaff', 'minProficiency'],
		...GIVEN_FIELDS
	]);
	if (root.version !== 1) refuse('version', root.version, '1');
	const horizon = readObject(root.horizon, 'horizon', ['start', 'days']);
	const start = readText(horizon.start, 'horizon.start');
	if (dateInstant(start) === null) refuse('horizon.start', start, 'a real date, YYYY-MM-DD');
	const days = readWhole(horizon.days, 'horizon.days', 1, MAX_DAYS);
	const calendar = createCalendar(start, days);
	const interval = root.intervalMinutes;
	if (interval !== 5 && interval !== 10 && interval !== 15 && interval !== 30)
		refuse('intervalMinutes', interval, '5, 10, 15 or 30');

	const shifts = readList(root.shifts, 'shifts', (s, place) => parseShift(s, place, interval, calendar));
	unique(shifts, 'shifts');
	const agents = readList(root.agents, 'agents', (a, place) => parseAgent(a, place, calendar, shifts));
	if (agents.length === 0) refuse('agents', [], 'at least one agent');
	unique(agents, 'agents');
	const given = parseGiven(root, { interval, calendar, shifts, agents });
	const every = allShifts({ shifts, ...given });
	if (every.length === 0) refuse('shifts', [], 'at least one shift template');
	const earliest = Math.min(...every.map((s) => s.startMinute));
	agents.forEach((agent, i) =>
		every.forEach((s) => {
			if ('agent' in s && s.agent !== agent.id) return;
			const rest = Math.max(agent.contract.minRestHours, agent.contract.minors?.minRestHours ?? 0);
			if (s.startMinute + s.lengthMinutes + rest * 60 > 2880 + earliest)
				refuse(
					`agents[${i}].contract.minRestHours`,
					rest,
					`a rest that, after shift "${s.id}", ends before the first shift two days later`
				);
		})
	);

	const minProficiency = root.minProficiency === undefined ? {} : parseMinProficiency(root.minProficiency);
	const known = new Set(agents.flatMap((a) => a.skills.map((s) => s.skill)));
	for (const [skill, least] of Object.entries(minProficiency)) {
		if (!known.has(skill)) refuse(`minProficiency.${skill}`, least, 'a skill that at least one agent has');
		if (!agents.some((agent) => canDo({ minProficiency }, agent, skill))) known.delete(skill);
	}
	const opening = parseOpening(root.openingHours, calendar);
	const demand = readList(root.demand, 'demand', (item, place): RosterDemand => {
		const fields = readObject(item, place, ['day', 'interval', 'fromMinute', 'from', 'skill', 'agents']);
		const [day] = parseDays({ day: fields.day }, place, calendar);
		const fromMinute =
			fields.interval !== undefined
				? readWhole(fields.interval, `${place}.interval`, 0, 1440 / interval - 1) * interval
				: readMinute(fields.fromMinute ?? fields.from, `${place}.fromMinute`, 1440 - interval);
		if (fromMinute % interval !== 0) refuse(`${place}.fromMinute`, fromMinute, `a multiple of ${interval}`);
		const skill =
			fields.skill === null || fields.skill === undefined ? null : readText(fields.skill, `${place}.skill`);
		if (skill !== null && !known.has(skill))
			refuse(
				`${place}.skill`,
				skill,
				skill in minProficiency
					? `a skill that at least one agent has at proficiency ${minProficiency[skill]}`
					: 'a skill that at least one agent has'
			);
		if (
			opening &&
			!opening.some(
				(o) => o.days.includes(day!) && o.fromMinute <= fromMinute && fromMinute + interval <= o.toMinute
			)
		)
			refuse(`${place}`, item, 'demand within opening hours');
		return { day: day!, fromMinute, skill, agents: readNumber(fields.agents, `${place}.agents`, 0, 100_000) };
	});
	if (demand.length === 0) refuse('demand', [], 'demand for at least one interval');
	const seen = new Set<string>();
	demand.forEach((d, i) => {
		const key = `${d.day} ${d.fromMinute} ${d.skill ?? ''}`;
		if (seen.has(key)) refuse(`demand[${i}]`, d, 'one entry for each day, interval and skill');
		seen.add(key);
	});
	const problem: RosterProblem = {
		version: 1,
		horizon: { start, days },
		intervalMinutes: interval,
		agents,
		shifts,
		demand,
		weights: parseWeights(root.weights),
		...given,
		...(root.minProficiency !== undefined && { minProficiency }),
		...(root.minimumStaff !== undefined && {
			minimumStaff: parseMinimumStaff(root.minimumStaff, {
				agents,
				minProficiency,
				intervalMinutes: interval,
				calendar,
				opening
			})
		})
	};
	refuseContradictions(problem, calendar);
	return problem;
}

function parseWeights(item: unknown): RosterProblem['weights'] {
	const fields = readObject(item ?? {}, 'weights', [
		'under',
		'over',
		'deepUnder',
		'deepShare',
		'preference',
		'paidHour',
		...CHANGE_WEIGHTS
	]);
	const read = (name: string, fallback: number, most = 1_000_000) =>
		readNumber(fields[name], `weights.${name}`, 0, most, fallback);
	const under = read('under', 10);
	return {
		under,
		over: read('over', 1),
		deepUnder: read('deepUnder', under),
		deepShare: read('deepShare', 0.2, 1),
		preference: read('preference', 1),
		paidHour: read('paidHour', 0),
		...Object.fromEntries(
			CHANGE_WEIGHTS.flatMap((name) => (fields[name] === undefined ? [] : [[name, read(name, 0)]]))
		)
	};
}

function unique(items: { id: string }[], place: string): void {
	const seen = new Set<string>();
	items.forEach(({ id }, i) => {
		if (seen.has(id)) refuse(`${place}[${i}].id`, id, 'an id that no other has');
		seen.add(id);
	});
}
