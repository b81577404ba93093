export { startRoster, type RosterInput, type RosterWork } from './start-roster.ts';
export { SHIFT_KINDS, type ShiftKind } from './shift-templates.ts';
export * from './read-rosters.ts';
export { publishRoster, removeRoster } from './write-rosters.ts';
export { readRosterGrid, type GridAgent, type GridShift, type RosterGrid } from './read-roster-grid.ts';
export { sizeUp, type SizeUp } from './size-up.ts';
export { listScheduled } from './list-scheduled.ts';
export { publishedShifts } from './published-shifts.ts';
