import type { ShiftTemplate } from './problem.ts';

type Shape = Pick<ShiftTemplate, 'startMinute' | 'lengthMinutes' | 'breaks'>;

/** Whether two shifts are the same to those who work them: start, length and every part; ids do not matter. */
export const sameShape = (a: Shape, b: Shape): boolean =>
	a.startMinute === b.startMinute &&
	a.lengthMinutes === b.lengthMinutes &&
	a.breaks.length === b.breaks.length &&
	a.breaks.every((part, i) => {
		const other = b.breaks[i]!;
		return (
			part.offsetMinute === other.offsetMinute &&
			part.lengthMinutes === other.lengthMinutes &&
			part.paid === other.paid &&
			part.kind === other.kind
		);
	});
