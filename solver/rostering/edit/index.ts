/** Editing a roster by hand: light enough for the browser, and free of the search and its engines. */
export { asClaimed, nameShifts } from './as-claimed.ts';
export {
	movedTo,
	partAt,
	snap,
	splitAt,
	stretched,
	withoutPart,
	withPart,
	withPartAt,
	type PartAt
} from './change-shift.ts';
export { brokenAnew, editRoster, type EditedRoster } from './evaluate-edits.ts';
export {
	reversed,
	samePlaced,
	shapeKey,
	shapeProblem,
	type PlacedShift,
	type ShiftSwap
} from './placed-shift.ts';
export { gapOf } from '../gap-of.ts';
export { paidMinutes } from '../problem.ts';
export type { Violation } from '../rules/rule.ts';
