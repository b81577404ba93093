import type { Context } from '../context.ts';
import { inTurn } from '../in-turn.ts';
import type { PlannedAgent } from './plan-publication.ts';
import { accountsOf } from './publication-people.ts';
import { tellAgents } from './tell-agents.ts';

/** Accounts by agent. */
export type Accounts = ReadonlyMap<string, readonly string[]>;

export interface ToTell<Done> {
	done: Done;
	toTell?: readonly Pick<PlannedAgent, 'agentId' | 'differences'>[];
}

/**
 * Does what works out a difference against what is published and stores it, in turn: nothing may be published, edited or
 * reminded of in between. Tells those it names once it is stored, out of turn: they hold nobody up.
 */
export async function inTurnThenTell<Done>(
	ctx: Context,
	kind: Parameters<typeof tellAgents>[1],
	work: (accounts: Accounts) => Promise<ToTell<Done>>
): Promise<Done> {
	const accounts = await accountsOf(ctx);
	const { done, toTell = [] } = await inTurn(ctx.db, () => work(accounts));
	await tellAgents(ctx, kind, toTell, accounts);
	return done;
}
