import { createCalendar, dateInstant, type Calendar } from './calendar.ts';
import { parseAgent } from './parse-agent.ts';
import { parseDays } from './parse-days.ts';
import {
	paidMinutes,
	SHIFT_PART_KINDS,
	type RosterDemand,
	type RosterProblem,
	type ShiftTemplate
} from './problem.ts';
import { readList, readMinute, readNumber, readObject, readText, readWhole, refuse } from './read-json.ts';

/** Six weeks: the longest horizon a roster is planned for. */
const MAX_DAYS = 42;

/**
 * Checks a rostering problem read from JSON and fills in defaults; README.md has the format.
 *
 * @throws RangeError naming the field, its value and what was wanted
 */
export function parseProblem(input: unknown): RosterProblem {
	const root = readObject(input, 'problem', [
		...['version', 'horizon', 'intervalMinutes', 'agents', 'shifts', 'demand', 'weights', 'openingHours']
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
	if (shifts.length === 0) refuse('shifts', [], 'at least one shift template');
	unique(shifts, 'shifts');
	const agents = readList(root.agents, 'agents', (a, place) => parseAgent(a, place, calendar, shifts));
	if (agents.length === 0) refuse('agents', [], 'at least one agent');
	unique(agents, 'agents');
	const earliest = Math.min(...shifts.map((s) => s.startMinute));
	agents.forEach((agent, i) =>
		shifts.forEach((s) => {
			if (s.startMinute + s.lengthMinutes + agent.contract.minRestHours * 60 > 2880 + earliest)
				refuse(
					`agents[${i}].contract.minRestHours`,
					agent.contract.minRestHours,
					`a rest that, after shift "${s.id}", ends before the first shift two days later`
				);
		})
	);

	const known = new Set(agents.flatMap((a) => a.skills.map((s) => s.skill)));
	const opening =
		root.openingHours === undefined
			? null
			: readList(root.openingHours, 'openingHours', (o, place) => {
					const fields = readObject(o, place, ['day', 'weekday', 'from', 'to']);
					const fromMinute = readMinute(fields.from, `${place}.from`, 1440);
					const toMinute = readMinute(fields.to, `${place}.to`, 2880);
					if (toMinute <= fromMinute) refuse(`${place}.to`, fields.to, 'a time after "from"');
					return { days: parseDays(fields, place, calendar), fromMinute, toMinute };
				});
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
			refuse(`${place}.skill`, skill, 'a skill that at least one agent has');
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
	return {
		version: 1,
		horizon: { start, days },
		intervalMinutes: interval,
		agents,
		shifts,
		demand,
		weights: parseWeights(root.weights)
	};
}

function parseShift(item: unknown, place: string, interval: number, calendar: Calendar): ShiftTemplate {
	const fields = readObject(item, place, [
		'id',
		'startMinute',
		'start',
		'lengthMinutes',
		'breaks',
		'weekdays'
	]);
	const id = readText(fields.id, `${place}.id`);
	if (id === 'off' || id === 'work')
		refuse(`${place}.id`, id, 'another id ("off" and "work" have a meaning in preferences)');
	const startMinute = readMinute(fields.startMinute ?? fields.start, `${place}.startMinute`, 1439);
	if (typeof fields.lengthMinutes === 'number' && fields.lengthMinutes > 1440)
		refuse(`${place}.lengthMinutes`, fields.lengthMinutes, 'a shift no longer than the day (1440 minutes)');
	const lengthMinutes = readWhole(fields.lengthMinutes, `${place}.lengthMinutes`, interval, 1440);
	const breaks = readList(fields.breaks ?? [], `${place}.breaks`, (b, at) => {
		const rest = readObject(b, at, ['offsetMinute', 'lengthMinutes', 'paid', 'kind']);
		const offsetMinute = readWhole(rest.offsetMinute, `${at}.offsetMinute`, 0, lengthMinutes);
		const length = readWhole(rest.lengthMinutes, `${at}.lengthMinutes`, interval, lengthMinutes);
		if (offsetMinute + length > lengthMinutes) refuse(at, b, 'a break that ends within the shift');
		if (rest.paid !== undefined && typeof rest.paid !== 'boolean')
			refuse(`${at}.paid`, rest.paid, 'true or false');
		const kind = SHIFT_PART_KINDS.find((one) => one === rest.kind);
		if (rest.kind !== undefined && kind === undefined)
			refuse(`${at}.kind`, rest.kind, `one of ${SHIFT_PART_KINDS.join(', ')}`);
		return { offsetMinute, lengthMinutes: length, paid: rest.paid === true, ...(kind && { kind }) };
	}).sort((a, b) => a.offsetMinute - b.offsetMinute);
	breaks.forEach((b, i) => {
		const previous = breaks[i - 1];
		if (previous && previous.offsetMinute + previous.lengthMinutes > b.offsetMinute)
			refuse(`${place}.breaks[${i}]`, b, 'breaks that do not overlap');
	});
	for (const minute of [
		startMinute,
		lengthMinutes,
		...breaks.flatMap((b) => [b.offsetMinute, b.lengthMinutes])
	])
		if (minute % interval !== 0)
			refuse(place, item, `times that are multiples of intervalMinutes (${interval})`);
	const days =
		fields.weekdays === undefined
			? null
			: readList(fields.weekdays, `${place}.weekdays`, (w) =>
					parseDays({ weekday: w }, place, calendar)
				).flat();
	const shift = { id, startMinute, lengthMinutes, breaks, days };
	if (paidMinutes(shift) <= 0) refuse(place, item, 'a shift with paid time left after its breaks');
	return shift;
}

function parseWeights(item: unknown): RosterProblem['weights'] {
	const fields = readObject(item ?? {}, 'weights', [
		'under',
		'over',
		'deepUnder',
		'deepShare',
		'preference',
		'paidHour'
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
		paidHour: read('paidHour', 0)
	};
}

function unique(items: { id: string }[], place: string): void {
	const seen = new Set<string>();
	items.forEach(({ id }, i) => {
		if (seen.has(id)) refuse(`${place}[${i}].id`, id, 'an id that no other has');
		seen.add(id);
	});
}
