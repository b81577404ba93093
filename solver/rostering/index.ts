/** Rostering: who works which shift, under every rule, close to the best possible. README.md has the model. */
export type * from './problem.ts';
export type * from './roster.ts';
export { gapOf } from './gap-of.ts';
export type { Violation } from './rules/rule.ts';
export type { SolveOptions, SolveProgress } from './search/solve-core.ts';
export type { ClaimedRoster, Validation } from './validate.ts';
export type { BenchmarkInstance, BenchmarkRoster } from './benchmark/instance.ts';
export type { InstanceResult } from './benchmark/solve-instance.ts';
export { DEFAULT_MINORS, DEFAULT_NIGHT } from './contract.ts';
export { parseContract } from './parse-contract.ts';
export { addGiven } from './add-given.ts';
export { parseProblem } from './parse-problem.ts';
export { minimumStaff, RULES } from './rules/index.ts';
export { allShifts, paidMinutes } from './problem.ts';
export { solveRoster } from './solve-roster.ts';
export { validateRoster } from './validate.ts';
export { isBenchmarkInstance, parseInstance } from './benchmark/parse-instance.ts';
export { solveInstance } from './benchmark/solve-instance.ts';
export { solvePlainModel } from './benchmark/solve-plain-model.ts';
export { solvePlainRoster } from './benchmark/solve-plain-roster.ts';
export { validateInstance } from './benchmark/validate-instance.ts';
export { solveDay, type DayChange, type DayPoint, type DayResult } from './day/solve-day.ts';
export {
	editShift,
	type DayTerms,
	type EditedPart,
	type PlannedDay,
	type ShiftEdit
} from './day/edit-shift.ts';
