import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor } from '../context.ts';
import type { BalanceDeps } from './accept-proposals.ts';

/** Takes back that a proposal was put aside. `gone`: its time is over. */
export async function restoreProposal(
	{ ctx, balance }: Pick<BalanceDeps, 'ctx' | 'balance'>,
	actor: Actor,
	id: string
): Promise<'restored' | 'gone'> {
	requireRight(actor, 'balance.act');
	if (!balance.book.restore(id)) return 'gone';
	await recordAudit(ctx, actor, { action: 'balance.restore', subject: `proposal:${id}` });
	balance.hurry();
	balance.tell();
	return 'restored';
}
