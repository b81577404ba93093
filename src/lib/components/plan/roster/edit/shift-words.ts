import { activityName } from '#lib/format/exception-sentence.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import { clockOf } from '../../staffing/form/clock.ts';

/** "08:00–16:30" of a shift. */
export const hoursWords = ({ startMinute, lengthMinutes }: PlacedShift): string =>
	`${clockOf(startMinute)}–${clockOf(startMinute + lengthMinutes)}`;

/** "08:00–16:30, Lunch 12:00–12:30" of a shift. */
export const shiftWords = (shift: PlacedShift): string =>
	[
		hoursWords(shift),
		...shift.breaks.map(({ offsetMinute, lengthMinutes, kind }) => {
			const from = shift.startMinute + offsetMinute;
			const activity = kind ? activityName(kind) : m.rosteredit_gap();
			return `${activity} ${clockOf(from)}–${clockOf(from + lengthMinutes)}`;
		})
	].join(', ');
