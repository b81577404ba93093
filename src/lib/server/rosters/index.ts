export { startRoster, type RosterInput, type RosterWork } from './start-roster.ts';
export { SHIFT_CHOICES, SHIFT_KINDS, type ShiftKind } from './shift-templates.ts';
export * from './read-rosters.ts';
export { removeRoster } from './write-rosters.ts';
export { kindsOf, rerunRoster, type RerunInput } from './rerun-roster.ts';
export { compareRosters } from './compare-rosters.ts';
export { differencesBetween } from './differences-between.ts';
export {
	gridOf,
	readRosterGrid,
	type GridAgent,
	type GridShift,
	type RosterGrid
} from './read-roster-grid.ts';
export { sizeUp, type SizeUp } from './size-up.ts';
export { listScheduled } from './list-scheduled.ts';
export { scheduleAsChanged, scheduleAsPublished, type ScheduledShift } from './schedule-as-changed.ts';
export { holdAgainstPlan } from './hold-against-plan.ts';
export { storeRoster } from './store-roster.ts';
export { recordChange, type RecordedChange } from './record-change.ts';
export { changeToStore, storeChange, type ChangeInput } from './store-change.ts';
export { tellOfChange } from './tell-of-change.ts';
export { changeToTakeBack, takeBackChange } from './take-back-change.ts';
export { listChanges, type ChangeRow } from './list-changes.ts';
export { MinimumStaffCheck } from './minimum-staff-check.ts';
export { weekHours } from './week-hours.ts';
export { isWorkWhileAway, rulesBrokenBy, violationsOf } from './broken-rules.ts';
export {
	contractOf,
	dayFrame,
	dayIn,
	frameShifts,
	instantIn,
	minuteOf,
	type DayFrame,
	type FramedShift
} from './day-frame.ts';
export {
	applyEdit,
	copyRoster,
	listenRosterEdits,
	listRosterEdits,
	readWorkspace,
	redoEdit,
	undoEdit,
	type CopyInput,
	type EditInput,
	type StepInput
} from './edits/index.ts';
