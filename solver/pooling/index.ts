export { wilson } from './check/wilson.ts';
export type { PooledQueue } from './pooled-queue.ts';
export type { SkillGroup } from './skill-group.ts';
export { poolRequirement, type PoolRequirement, type PoolRequirementInput } from './pool-requirement.ts';
export { checkPlan, type CheckPlanInput } from './check-plan.ts';
export type {
	AgentEffect,
	CheckedDay,
	CheckedQueue,
	Effect,
	MarginalEffect,
	PlanCheck,
	Probability,
	Spread
} from './plan-check.ts';
