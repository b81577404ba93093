export type { DayInput, DayWishes } from './day-input.ts';
export type { DayChoice, DayMove, DayPerson, DayProposal, RulesKept } from './day-proposal.ts';
export { startDayPlan, type DayWork } from './start-day-plan.ts';
export { readProposal, type ReadProposal } from './read-proposal.ts';
export { readWays, type Way } from './read-ways.ts';
export { applyProposal, undoProposal, type Applied, type ApplyInput } from './apply-proposal.ts';
