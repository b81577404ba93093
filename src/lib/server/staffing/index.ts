export { agentsToRoster } from './agents-to-roster.ts';
export { computeStaffing, type StaffingInput } from './compute-staffing.ts';
export type { QueueTerms } from './plan-queue.ts';
export * from './read-staffing.ts';
export { readPlanSeries, type PlanPoint } from './read-plan-series.ts';
