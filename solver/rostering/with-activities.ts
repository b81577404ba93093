import type { FixedActivity, OwnShift, ShiftPart, ShiftTemplate } from './problem.ts';
import { sameShape } from './same-shape.ts';

/**
 * Shifts with the activities that can't move: of each agent and day that has some, every template and own shift which
 * has room for all of them, with those it lacks as paid parts.
 */
export function withActivities(
	activities: readonly FixedActivity[],
	shifts: readonly ShiftTemplate[],
	options: readonly OwnShift[]
): OwnShift[] {
	const made: OwnShift[] = [];
	for (const group of Map.groupBy(activities, ({ agent, day }) => `${day} ${agent}`).values()) {
		const { agent, day } = group[0]!;
		const own = options.filter((o) => o.agent === agent && o.day === day);
		const offered = shifts.filter(({ days }) => days === null || days.includes(day));
		const known: ShiftTemplate[] = [...offered, ...own];
		for (const shift of [...known]) {
			const breaks = placeIn(shift, group);
			if (breaks === null) continue;
			const next = { ...shift, id: `${shift.id} + ${agent} ${day}`, breaks, days: [day], agent, day };
			if (known.some((one) => sameShape(one, next))) continue;
			known.push(next);
			made.push(next);
		}
	}
	return made;
}

/** The shift's parts and the activities; null where one does not fit. */
function placeIn(shift: ShiftTemplate, activities: readonly FixedActivity[]): ShiftPart[] | null {
	const parts = [...shift.breaks];
	for (const { fromMinute, toMinute, kind } of activities) {
		const offsetMinute = fromMinute - shift.startMinute;
		const lengthMinutes = toMinute - fromMinute;
		const clash = parts.filter(
			(p) => p.offsetMinute < offsetMinute + lengthMinutes && p.offsetMinute + p.lengthMinutes > offsetMinute
		);
		const [only] = clash;
		if (
			clash.length === 1 &&
			only!.offsetMinute === offsetMinute &&
			only!.lengthMinutes === lengthMinutes &&
			only!.kind === kind
		)
			continue;
		if (clash.length > 0 || offsetMinute < 0 || offsetMinute + lengthMinutes > shift.lengthMinutes)
			return null;
		parts.push({ offsetMinute, lengthMinutes, paid: true, kind });
	}
	return parts.sort((a, b) => a.offsetMinute - b.offsetMinute);
}
