export { balance } from './balance.ts';
export { balanceFloor, type FloorAnswer, type FloorQueue, type FloorState } from './balance-floor.ts';
export { balanceModel, type BalanceModel, type Way } from './balance-model.ts';
export type {
	BalanceAnswer,
	BalancedQueue,
	BalanceGroup,
	BalanceMove,
	BalanceProblem,
	BalanceQueue
} from './balance-problem.ts';
export { agentsNeeded, inTargetShare, lossCurve, type QueueOutlook } from './loss-curve.ts';
export { solveModel, type ModelAnswer } from './solve-model.ts';
