export { startRoster, type RosterInput } from './start-roster.ts';
export { SHIFT_KINDS, type ShiftKind } from './shift-templates.ts';
export * from './read-rosters.ts';
export { publishRoster, removeRoster } from './write-rosters.ts';
