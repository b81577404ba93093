export { balance } from './balance.ts';
export { balanceAhead, type AheadMove, type AheadOptions } from './balance-ahead.ts';
export { balanceFloor, type FloorAnswer, type FloorQueue, type FloorState } from './balance-floor.ts';
export { balanceModel, type BalanceModel, type Way, type WayEffect } from './balance-model.ts';
export type {
	BalanceAnswer,
	BalancedQueue,
	BalanceGroup,
	BalanceLever,
	BalanceMove,
	BalanceProblem,
	BalanceQueue
} from './balance-problem.ts';
export { agentsNeeded, inTargetShare, lossCurve, type QueueOutlook } from './loss-curve.ts';
export { movePrice, type PriceRange } from './move-price.ts';
export { mostMoves, MOVES_PER_100, SAVED_HOURS, storeAfter, type MoveStore } from './move-store.ts';
export { reachOf } from './reach-of.ts';
export { PiecewiseSimplex } from './piecewise-simplex.ts';
export { solveModel, type ModelAnswer } from './solve-model.ts';
export {
	floorLevers,
	type BreakToShift,
	type ContactOffer,
	type LeverFacts,
	type TimeOffer
} from './floor-levers.ts';
export { queueWeight } from './queue-weight.ts';
export {
	balancePresent,
	type AgentPlace,
	type PresentAnswer,
	type PresentOptions
} from './balance-present.ts';
