import type { Calendar } from './calendar.ts';
import { parseDays } from './parse-days.ts';
import { parseShape, SHAPE_FIELDS } from './parse-shift.ts';
import {
	SHIFT_PART_KINDS,
	type BegunShift,
	type FixedActivity,
	type FixedDay,
	type OwnShift,
	type PublishedShift,
	type RosterAgent,
	type RosterProblem,
	type ShiftTemplate
} from './problem.ts';
import { readList, readMinute, readObject, readText, refuse } from './read-json.ts';
import { sameShape } from './same-shape.ts';
import { withActivities } from './with-activities.ts';

export const GIVEN_FIELDS = ['options', 'fixed', 'begun', 'activities', 'published'] as const;

type Given = Pick<RosterProblem, (typeof GIVEN_FIELDS)[number]>;

interface Known {
	interval: number;
	calendar: Calendar;
	shifts: ShiftTemplate[];
	agents: RosterAgent[];
}

/**
 * Reads what is given beside the rules: own shifts, decided days, begun shifts, activities that can't move, and what
 * was published. A shift written out in full becomes an own shift of its agent and day; each template that has room
 * for the activities of a day becomes one with them as parts. Fields that the problem lacks stay away.
 *
 * @throws RangeError as `parseProblem` does
 */
export function parseGiven(root: Record<string, unknown>, known: Known): Given {
	const { interval, calendar, shifts, agents } = known;
	const options: OwnShift[] = [];
	const ids = new Set(shifts.map(({ id }) => id));
	const ofDay = new Map<string, OwnShift[]>();
	const ownOf = (agent: string, day: number) => ofDay.get(`${day} ${agent}`) ?? [];
	const add = (option: OwnShift) => {
		options.push(option);
		ids.add(option.id);
		ofDay.set(`${option.day} ${option.agent}`, [...ownOf(option.agent, option.day), option]);
	};
	const has = (field: string) => root[field] !== undefined;

	const place = (fields: Record<string, unknown>, at: string): { agent: string; day: number } => {
		const agent = readText(fields.agent, `${at}.agent`);
		if (!agents.some(({ id }) => id === agent)) refuse(`${at}.agent`, agent, "an agent's id");
		const [day] = parseDays({ day: fields.day }, at, calendar);
		return { agent, day: day! };
	};
	const find = (agent: string, day: number, holds: (shift: ShiftTemplate) => boolean) =>
		shifts.find((s) => (s.days === null || s.days.includes(day)) && holds(s)) ??
		ownOf(agent, day).find(holds);
	/** A shift's id as it is written, or that of the shift written out in full, made an own one where it is new. */
	const shiftOf = (value: unknown, at: string, agent: string, day: number): string => {
		if (typeof value === 'string') {
			const named = shifts.find(({ id }) => id === value) ?? ownOf(agent, day).find(({ id }) => id === value);
			return named?.id ?? refuse(at, value, "the id of a template or of the agent's own shift of that day");
		}
		const shape = parseShape(readObject(value, at, SHAPE_FIELDS), at, interval);
		const same = find(agent, day, (s) => sameShape(s, shape));
		if (same) return same.id;
		const id = freshId(`${agent} ${calendar.date(day)} ${clock(shape.startMinute)}`, ids);
		add({ id, ...shape, days: [day], agent, day });
		return id;
	};
	const once = <T extends { agent: string; day: number }>(list: T[], field: string): T[] => {
		list.forEach((one, i) => {
			if (list.findIndex((o) => o.agent === one.agent && o.day === one.day) < i)
				refuse(`${field}[${i}]`, one, 'one entry for each agent and day');
		});
		return list;
	};

	readList(root.options ?? [], 'options', (item, at) => {
		const fields = readObject(item, at, ['id', 'agent', 'day', ...SHAPE_FIELDS]);
		const { agent, day } = place(fields, at);
		const shape = parseShape(fields, at, interval);
		const same = find(agent, day, (s) => sameShape(s, shape));
		if (same) refuse(at, item, `a shift other than "${same.id}", which may be worked then already`);
		const id =
			fields.id === undefined
				? freshId(`${agent} ${calendar.date(day)} ${clock(shape.startMinute)}`, ids)
				: readText(fields.id, `${at}.id`);
		if (id === 'off' || id === 'work' || ids.has(id)) refuse(`${at}.id`, id, 'an id that no other shift has');
		add({ id, ...shape, days: [day], agent, day });
	});
	const published = once(
		readList(root.published ?? [], 'published', (item, at): PublishedShift => {
			const fields = readObject(item, at, ['agent', 'day', 'shift']);
			const { agent, day } = place(fields, at);
			return { agent, day, shift: shiftOf(fields.shift, `${at}.shift`, agent, day) };
		}),
		'published'
	);
	const fixed = once(
		readList(root.fixed ?? [], 'fixed', (item, at): FixedDay => {
			const fields = readObject(item, at, ['agent', 'day', 'shift']);
			const { agent, day } = place(fields, at);
			const shift = fields.shift === 'off' ? null : shiftOf(fields.shift, `${at}.shift`, agent, day);
			return { agent, day, shift };
		}),
		'fixed'
	);
	const begun = once(
		readList(root.begun ?? [], 'begun', (item, at): BegunShift => {
			const fields = readObject(item, at, ['agent', 'day', 'untilMinute', 'until']);
			const untilMinute = readMinute(fields.untilMinute ?? fields.until, `${at}.until`, 2880);
			if (untilMinute % interval !== 0) refuse(`${at}.until`, untilMinute, `a multiple of ${interval}`);
			return { ...place(fields, at), untilMinute };
		}),
		'begun'
	);
	const activities = readList(root.activities ?? [], 'activities', (item, at): FixedActivity => {
		const fields = readObject(item, at, ['agent', 'day', 'from', 'to', 'kind']);
		const fromMinute = readMinute(fields.from, `${at}.from`, 1440);
		const toMinute = readMinute(fields.to, `${at}.to`, 2880);
		if (toMinute <= fromMinute) refuse(`${at}.to`, fields.to, 'a time after "from"');
		if (fromMinute % interval !== 0 || toMinute % interval !== 0)
			refuse(at, item, `times that are multiples of intervalMinutes (${interval})`);
		const kind = SHIFT_PART_KINDS.find((one) => one === fields.kind);
		if (!kind) refuse(`${at}.kind`, fields.kind, `one of ${SHIFT_PART_KINDS.join(', ')}`);
		return { ...place(fields, at), fromMinute, toMinute, kind };
	});
	options.push(...withActivities(activities, shifts, options));
	return {
		...((has('options') || options.length > 0) && { options }),
		...(has('fixed') && { fixed }),
		...(has('begun') && { begun }),
		...(has('activities') && { activities }),
		...(has('published') && { published })
	};
}

const clock = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function freshId(wanted: string, taken: ReadonlySet<string>): string {
	for (let n = 1; ; n++) {
		const id = n === 1 ? wanted : `${wanted} (${n})`;
		if (!taken.has(id)) return id;
	}
}
