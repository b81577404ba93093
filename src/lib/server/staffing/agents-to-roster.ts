import type { StaffingHead, StaffingIntervalRow } from './read-staffing.ts';

/**
 * The agents that a queue's interval asks of a roster, shrinkage included and not rounded: queues that share people
 * share the fractions too, which rounding each queue up would count again.
 */
export const agentsToRoster = (plan: StaffingHead, { queueId, agents }: StaffingIntervalRow): number =>
	agents / (1 - plan.parameters[queueId]!.shrinkage);
