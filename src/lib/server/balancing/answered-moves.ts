import type { PromisedMove } from '#lib/contracts/balance.ts';
import type { Context } from '../context.ts';
import { changesOfOffers } from '../offers/index.ts';

/** What was promised, with the changes of the day that those who were asked have accepted. */
export async function answeredMoves(ctx: Context, moves: readonly PromisedMove[]): Promise<PromisedMove[]> {
	const made = await changesOfOffers(
		ctx,
		moves.flatMap(({ offer }) => offer ?? [])
	);
	return moves.map((move) => (move.offer ? { ...move, change: made.get(move.offer)?.[0] ?? null } : move));
}
