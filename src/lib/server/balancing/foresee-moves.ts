import type { MovedAgent, PromisedEffect } from '#lib/contracts/balance.ts';
import { moveCost } from './find-candidates.ts';
import type { LiveBalance } from './live-balance.ts';
import type { BalanceFloor } from './read-balance-floor.ts';
import { toEffect } from './to-effect.ts';

export interface ForeseenMoves {
	effects: PromisedEffect[];
	saves: number;
	costs: number;
}

/** What moves of named agents do, all at once, whether or not they pay. */
export async function foreseeMoves(
	balance: LiveBalance,
	{ floor, agents, variants, weights, places }: BalanceFloor,
	moves: readonly MovedAgent[]
): Promise<ForeseenMoves> {
	const at = new Map(agents.map(({ id }, a) => [id, a]));
	const queueAt = new Map(floor.queues.map(({ id }, q) => [id, q]));
	const changes = moves.map(({ agent, after }) => ({
		agent: at.get(agent)!,
		queues: after.map((queue) => queueAt.get(queue)!)
	}));
	const costs = changes.reduce((sum, { agent }) => sum + moveCost(places[agent]!), 0);
	const answer = await balance.ask({
		kind: 'find',
		floor,
		variants,
		weights,
		places,
		standing: [{ id: 'asked', changes, costs, isPinned: true }],
		mostMoves: 0,
		notAlone: []
	});
	const { effects, saves } = answer.standing[0]!;
	return { effects: effects.map(toEffect(floor)), saves, costs };
}
