import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor } from '../context.ts';
import type { BalanceDeps } from './accept-proposals.ts';

const DismissInput = z.object({
	id: z.string().min(1).max(200),
	reason: z.string().trim().max(500).nullable().default(null)
});
export type DismissInput = z.input<typeof DismissInput>;

/** Puts a proposal aside: the same way is not proposed again for half an hour. `gone`: it does not stand any more. */
export async function dismissProposal(
	{ ctx, balance }: Pick<BalanceDeps, 'ctx' | 'balance'>,
	actor: Actor,
	byName: string,
	input: DismissInput
): Promise<'dismissed' | 'gone'> {
	requireRight(actor, 'balance.act');
	const { id, reason } = parseInput('Dismissing a proposal', DismissInput, input);
	const row = balance.book.dismiss(id, { byName, reason: reason || null }, ctx.now());
	if (!row) return 'gone';
	await recordAudit(ctx, actor, { action: 'balance.dismiss', subject: `proposal:${id}`, after: row });
	balance.tell();
	return 'dismissed';
}
