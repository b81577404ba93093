import type { MovedAgent, PromisedEffect, ProposedDayChange, ProposedOffer } from '#lib/contracts/balance.ts';
import { InvalidInputError } from '../access/index.ts';
import type { FloorChange } from './change-floor.ts';
import { costsOf, paidHoursOf } from './move-cost.ts';
import type { LiveBalance } from './live-balance.ts';
import { offerOn } from './proposal-book.ts';
import type { BalanceFloor } from './read-balance-floor.ts';
import { toEffect } from './to-effect.ts';
import { wayOf } from './way-of.ts';

/** What is foreseen of. */
export interface WantedMoves {
	moves: readonly MovedAgent[];
	dayChanges?: readonly ProposedDayChange[];
	offers?: readonly ProposedOffer[];
}

export interface ForeseenMoves {
	effects: PromisedEffect[];
	saves: number;
	costs: number;
	paidHours: number;
}

/**
 * What moves of named agents, changes of the day and offers do, all at once, whether or not they pay.
 *
 * @throws InvalidInputError where a change of the day can't be made any more, or a queue is gone
 */
export async function foreseeMoves(
	balance: LiveBalance,
	read: BalanceFloor,
	{ moves, dayChanges = [], offers = [] }: WantedMoves
): Promise<ForeseenMoves> {
	const { floor, agents, variants, weights, places, dayChanges: ways, nowAt } = read;
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
		}),
		...offers.map((offer): FloorChange => {
			const queue = queueAt.get(offer.queue);
			if (queue !== undefined) return offerOn(queue, offer, nowAt);
			throw new InvalidInputError(`Foreseeing moves: there is no queue "${offer.queue}".`);
		})
	];
	const costs = costsOf(changes, read);
	const answer = await balance.ask({
		kind: 'find',
		...{ floor, variants, weights, places, nowAt },
		standing: [{ id: 'asked', changes, costs, isPinned: true }],
		mostMoves: 0,
		// Nothing further is looked for.
		store: { left: 0, most: 1 },
		...{ notAlone: [], dayChanges: [], notOfDay: [], levers: [] }
	});
	const { effects, saves } = answer.standing[0]!;
	return { effects: effects.map(toEffect(floor)), saves, costs, paidHours: paidHoursOf(changes) };
}
