import type { BalanceReason } from '#lib/contracts/balance.ts';
import type { BalanceFloor } from './read-balance-floor.ts';

/** Fewer who serve, and a move can't be judged. */
const LEAST_SERVING = 4;

/** Why nothing can be proposed on this floor, whatever is foreseen. */
export function whyNot({ floor, places, weights, dayChanges, levers }: BalanceFloor): BalanceReason | null {
	const serving = floor.agents.filter(({ isServing, queues }) => isServing && queues.length > 0).length;
	const hasLever =
		dayChanges.length > 0 ||
		levers.some(({ callback, bots, spare }) => bots.length > 0 || (callback && spare.length > 0));
	if (weights.filter((weight) => weight > 0).length < 2 && !hasLever) return { kind: 'one-queue' };
	if (serving < LEAST_SERVING) return { kind: 'small', serving, least: LEAST_SERVING };
	if (hasLever) return null;
	const canGo = floor.agents.some(({ isServing }, a) => isServing && places[a]!.can.length > 1);
	return canGo ? null : { kind: 'nobody-can' };
}
