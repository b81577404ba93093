import type { StaffingHead, StaffingIntervalRow } from './read-staffing.ts';
import { shrinkageOfPlan } from './shrinkage-of-plan.ts';

/**
 * The agents that each interval asks of a roster, not rounded: the queue's part of the people who are shared, where
 * the plan shares them, and what is lost to shrinkage on top, but for what a roster places itself (breaks).
 */
export function agentsToRoster(plan: StaffingHead): (interval: StaffingIntervalRow) => number {
	const shrinkage = shrinkageOfPlan(plan, 'not-rostered');
	return ({ startAt, agents, pooledAgents }) => (pooledAgents ?? agents) / (1 - shrinkage(startAt));
}
