import type { Calendar } from './calendar.ts';
import { parseDays } from './parse-days.ts';
import { paidMinutes, SHIFT_PART_KINDS, type ShiftTemplate } from './problem.ts';
import { readList, readMinute, readObject, readText, readWhole, refuse } from './read-json.ts';

export const SHAPE_FIELDS = ['startMinute', 'start', 'lengthMinutes', 'breaks'] as const;

/** Reads a shift template. @throws RangeError as `parseProblem` does */
export function parseShift(
	item: unknown,
	place: string,
	interval: number,
	calendar: Calendar
): ShiftTemplate {
	const fields = readObject(item, place, ['id', ...SHAPE_FIELDS, 'weekdays']);
	const id = readText(fields.id, `${place}.id`);
	if (id === 'off' || id === 'work')
		refuse(`${place}.id`, id, 'another id ("off" and "work" have a meaning in preferences)');
	const days =
		fields.weekdays === undefined
			? null
			: readList(fields.weekdays, `${place}.weekdays`, (w) =>
					parseDays({ weekday: w }, place, calendar)
				).flat();
	return { id, ...parseShape(fields, place, interval), days };
}

/** Start, length and breaks of a shift. @throws RangeError as `parseProblem` does */
export function parseShape(
	fields: Record<string, unknown>,
	place: string,
	interval: number
): Pick<ShiftTemplate, 'startMinute' | 'lengthMinutes' | 'breaks'> {
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
			refuse(place, fields, `times that are multiples of intervalMinutes (${interval})`);
	const shape = { startMinute, lengthMinutes, breaks };
	if (paidMinutes(shape) <= 0) refuse(place, fields, 'a shift with paid time left after its breaks');
	return shape;
}
