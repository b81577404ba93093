export { agentsWithShrinkage } from './agents-with-shrinkage.ts';
export { deferredPlan, type DeferredPlan, type DeferredPlanInput } from './deferred.ts';
export { evaluateStaffing, type UnstableStaffing } from './evaluate.ts';
export { staffingPlan, type Series, type StaffingPlanInput } from './plan.ts';
export { staffingRequirement } from './requirement.ts';
export type { ServiceLevelTarget, StaffingFigures, StaffingInput } from './staffing-input.ts';
