export { arrivalLevel, type ArrivalLevel, type LevelPrior } from './arrival-level.ts';
export type { Band } from './band.ts';
export { explainBreach, type BreachCause } from './explain-breach.ts';
export { findBreach, type Breach } from './find-breach.ts';
export {
	foreseeChange,
	linked,
	withReassigned,
	type AgentReassigned,
	type ForeseenEffect
} from './foresee-change.ts';
export { HORIZON_SECONDS, STEP_SECONDS, STEPS, WINDOW_STEPS } from './horizon.ts';
export { lateAhead, type LateOptions } from './late-ahead.ts';
export {
	predictFloor,
	type ForeseenPoint,
	type ForeseenQueue,
	type PredictOptions
} from './predict-floor.ts';
export type {
	AgentChange,
	ContactInHand,
	HandleTime,
	LineOffer,
	PresentAgent,
	PresentFloor,
	PresentQueue,
	StepCounts
} from './present.ts';
