import type { PlannedDay } from '#solver/rostering/index.ts';

/**
 * What counts of shifts that break a rule: those that reach into a span. Two rosters know nothing of each other, so a
 * night of the one may lie over an early shift of the next: nobody is at work twice, and the later begins when the
 * earlier ends.
 */
export function restOfShifts<Shift extends { planned: PlannedDay }>(
	shifts: readonly Shift[],
	fromMinute: number,
	toMinute: number
): Shift[] {
	let after = -Infinity;
	return shifts
		.filter(({ planned }) => planned.to > fromMinute && planned.from < toMinute)
		.sort((a, b) => a.planned.from - b.planned.from)
		.flatMap((shift) => {
			const planned = cutBefore(shift.planned, after);
			if (!planned) return [];
			after = planned.to;
			return [{ ...shift, planned }];
		});
}

/** Null where no paid time is left. */
function cutBefore({ from, to, parts }: PlannedDay, minute: number): PlannedDay | null {
	const start = Math.max(from, minute);
	const left = parts
		.filter((part) => part.to > start)
		.map((part) => ({ ...part, from: Math.max(part.from, start) }));
	const unpaid = left.reduce((sum, part) => sum + (part.paid ? 0 : part.to - part.from), 0);
	return to - start > unpaid ? { from: start, to, parts: left } : null;
}
