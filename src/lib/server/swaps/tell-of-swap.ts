import type { Context } from '../context.ts';
import { agentUsers, tell } from '../notices/index.ts';

/** Tells agents of a shift that is offered or changes hands. Call it once that is stored. */
export async function tellOfSwap(
	ctx: Context,
	agentIds: readonly (string | null)[],
	kind: 'swap.offered' | 'swap.accepted' | 'swap.done' | 'swap.declined' | 'swap.ended',
	{ startAt }: { startAt: number }
): Promise<void> {
	const people = await Promise.all(agentIds.flatMap((id) => (id === null ? [] : [agentUsers(ctx, id)])));
	await tell(ctx, people.flat(), kind, { startAt }, '/me/requests?tab=swaps');
}
