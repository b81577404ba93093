import type { OpeningHours } from '../db/schema/sites.ts';

/** Whether a local minute of a weekday (0 = Sunday) lies in the hours; without any the door never closes. */
export function isOpen(hours: OpeningHours, weekday: number, minuteOfDay: number): boolean {
	if (hours.length === 0) return true;
	const fromMonday = (weekday + 6) % 7;
	return hours.some(
		(span) => span.weekday === fromMonday && minuteOfDay >= span.fromMinute && minuteOfDay < span.toMinute
	);
}
