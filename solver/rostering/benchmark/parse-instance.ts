import type { BenchmarkInstance, BenchmarkRequest } from './instance.ts';

const ACTION = 'Reading a staff-scheduling instance';

/** Whether a text looks like the benchmark's format rather than JSON. */
export const isBenchmarkInstance = (text: string): boolean => /^\s*(#[^\n]*\s*)*SECTION_HORIZON/m.test(text);

/**
 * Reads the benchmark's text format: sections of comma-separated lines, `#` begins a comment line.
 *
 * @throws RangeError naming the line, its text and what was wanted
 */
export function parseInstance(text: string): BenchmarkInstance {
	const instance: BenchmarkInstance = {
		days: 0,
		shifts: [],
		staff: [],
		onRequests: [],
		offRequests: [],
		cover: []
	};
	const shiftIds = new Set<string>();
	const people = new Map<string, BenchmarkInstance['staff'][number]>();
	let section = '';

	text.split(/\r?\n/).forEach((raw, index) => {
		const line = raw.trim();
		if (line === '' || line.startsWith('#')) return;
		if (line.startsWith('SECTION_')) {
			section = line;
			if (!(section in READ)) refuse(`section "${line}" is not one of ${Object.keys(READ).join(', ')}`);
			return;
		}
		function refuse(what: string): never {
			throw new RangeError(`${ACTION}: line ${index + 1} "${line}": ${what}.`);
		}
		const fields = line.split(',').map((f) => f.trim());
		const count = (i: number, name: string, most = Number.MAX_SAFE_INTEGER): number => {
			const value = Number(fields[i]);
			if (
				fields[i] === undefined ||
				fields[i] === '' ||
				!Number.isInteger(value) ||
				value < 0 ||
				value > most
			)
				refuse(`${name} "${fields[i] ?? ''}" must be a whole number from 0 to ${most}`);
			return value;
		};
		const weight = (i: number, name: string): number => {
			const value = Number(fields[i]);
			if (!fields[i] || !Number.isFinite(value) || value < 0)
				refuse(`${name} "${fields[i] ?? ''}" must be 0 or more`);
			return value;
		};
		const knownShift = (id: string | undefined): string => {
			if (!id || !shiftIds.has(id)) refuse(`shift "${id ?? ''}" is not in SECTION_SHIFTS`);
			return id;
		};
		const knownPerson = (id: string | undefined) => {
			const person = people.get(id ?? '');
			if (!person) refuse(`person "${id ?? ''}" is not in SECTION_STAFF`);
			return person;
		};
		const read = READ[section];
		if (!read) refuse('no SECTION_ line stands before it');
		read({ instance, fields, count, weight, knownShift, knownPerson, shiftIds, people, refuse });
	});

	if (instance.days < 1) throw new RangeError(`${ACTION}: SECTION_HORIZON gives no days; wanted at least 1.`);
	if (instance.shifts.length === 0)
		throw new RangeError(`${ACTION}: SECTION_SHIFTS is empty; wanted at least 1 shift.`);
	if (instance.staff.length === 0)
		throw new RangeError(`${ACTION}: SECTION_STAFF is empty; wanted at least 1 person.`);
	for (const shift of instance.shifts)
		for (const id of shift.cannotFollow)
			if (!shiftIds.has(id))
				throw new RangeError(`${ACTION}: shift "${shift.id}" names "${id}", which is not in SECTION_SHIFTS.`);
	return instance;
}

interface LineReader {
	instance: BenchmarkInstance;
	fields: string[];
	count(i: number, name: string, most?: number): number;
	weight(i: number, name: string): number;
	knownShift(id: string | undefined): string;
	knownPerson(id: string | undefined): BenchmarkInstance['staff'][number];
	shiftIds: Set<string>;
	people: Map<string, BenchmarkInstance['staff'][number]>;
	refuse(what: string): never;
}

const request = (r: LineReader): BenchmarkRequest => ({
	person: r.knownPerson(r.fields[0]).id,
	day: r.count(1, 'day', r.instance.days - 1),
	shift: r.knownShift(r.fields[2]),
	weight: r.weight(3, 'weight')
});

const READ: Record<string, (r: LineReader) => void> = {
	SECTION_HORIZON(r) {
		r.instance.days = r.count(0, 'horizon', 366);
	},
	SECTION_SHIFTS(r) {
		const id = r.fields[0] ?? '';
		if (id === '' || r.shiftIds.has(id)) r.refuse(`shift id "${id}" must be new and not empty`);
		r.shiftIds.add(id);
		const cannotFollow = (r.fields[2] ?? '').split('|').filter((s) => s !== '');
		r.instance.shifts.push({ id, lengthMinutes: r.count(1, 'length in minutes', 1440), cannotFollow });
	},
	SECTION_STAFF(r) {
		const id = r.fields[0] ?? '';
		if (id === '' || r.people.has(id)) r.refuse(`person "${id}" must be new and not empty`);
		const maxShifts: Record<string, number> = {};
		for (const part of (r.fields[1] ?? '').split('|').filter((s) => s !== '')) {
			const [shift, most] = part.split('=');
			if (!/^\d+$/.test(most ?? '')) r.refuse(`"${part}" must be SHIFT=COUNT`);
			maxShifts[r.knownShift(shift)] = Number(most);
		}
		const person = {
			id,
			maxShifts,
			maxTotalMinutes: r.count(2, 'maximum minutes'),
			minTotalMinutes: r.count(3, 'minimum minutes'),
			maxConsecutiveShifts: r.count(4, 'maximum consecutive shifts'),
			minConsecutiveShifts: r.count(5, 'minimum consecutive shifts'),
			minConsecutiveDaysOff: r.count(6, 'minimum consecutive days off'),
			maxWeekends: r.count(7, 'maximum weekends'),
			daysOff: []
		};
		r.people.set(id, person);
		r.instance.staff.push(person);
	},
	SECTION_DAYS_OFF(r) {
		const person = r.knownPerson(r.fields[0]);
		for (let i = 1; i < r.fields.length; i++)
			if (r.fields[i] !== '') person.daysOff.push(r.count(i, 'day', r.instance.days - 1));
	},
	SECTION_SHIFT_ON_REQUESTS: (r) => void r.instance.onRequests.push(request(r)),
	SECTION_SHIFT_OFF_REQUESTS: (r) => void r.instance.offRequests.push(request(r)),
	SECTION_COVER: (r) =>
		void r.instance.cover.push({
			day: r.count(0, 'day', r.instance.days - 1),
			shift: r.knownShift(r.fields[1]),
			required: r.count(2, 'requirement'),
			underWeight: r.weight(3, 'weight for under'),
			overWeight: r.weight(4, 'weight for over')
		})
};
