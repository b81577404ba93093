import type { MovedAgent, PromisedEffect, ProposedDayChange } from '#lib/contracts/balance.ts';
import type { FloorChange } from './change-floor.ts';
import { costsOf } from './move-cost.ts';
import type { LiveBalance } from './live-balance.ts';
import type { BalanceFloor } from './read-balance-floor.ts';
import { toEffect } from './to-effect.ts';
import { wayOf } from './way-of.ts';
import { InvalidInputError } from '../access/index.ts';

export interface ForeseenMoves {
	effects: PromisedEffect[];
	saves: number;
	costs: number;
}

/**
 * What moves of named agents and changes of the day do, all at once, whether or not they pay.
 *
 * @throws InvalidInputError where a change of the day can't be made any more
 */
export async function foreseeMoves(
	balance: LiveBalance,
	{ floor, agents, variants, weights, places, dayChanges: ways }: BalanceFloor,
	moves: readonly MovedAgent[],
	dayChanges: readonly ProposedDayChange[] = []
): Promise<ForeseenMoves> {
	const at = new Map(agents.map(({ id }, a) => [id, a]));
	const queueAt = new Map(floor.queues.map(({ id }, q) => [id, q]));
	const changes = [
		...moves.map(({ agent, after }): FloorChange => ({
			agent: at.get(agent)!,
			queues: after.map((queue) => queueAt.get(queue)!)
		})),
		...dayChanges.map((one): FloorChange => {
			const way = wayOf(ways, at.get(one.agent), one);
			if (way) return way;
			throw new InvalidInputError(
				`Foreseeing moves: the day of agent "${one.agent}" can't be changed like that any more.`
			);
		})
	];
	const costs = costsOf(changes, places);
	const answer = await balance.ask({
		kind: 'find',
		floor,
		variants,
		weights,
		places,
		standing: [{ id: 'asked', changes, costs, isPinned: true }],
		mostMoves: 0,
		notAlone: [],
		dayChanges: [],
		notOfDay: []
	});
	const { effects, saves } = answer.standing[0]!;
	return { effects: effects.map(toEffect(floor)), saves, costs };
}
