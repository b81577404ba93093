import type { AuditCheck } from '#lib/contracts/audit.ts';
import { requireRight } from '../access/index.ts';
import { recordAudit, sealAudit, verifyAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';

/** Holds the whole chain against its entries, for who may see them; that it was done is an entry, too. */
export async function checkAudit(ctx: Context, actor: Actor): Promise<AuditCheck> {
	requireRight(actor, 'audit.view');
	await sealAudit(ctx);
	const check = await verifyAudit(ctx);
	await recordAudit(ctx, actor, {
		action: 'audit.verify',
		subject: 'audit',
		after: { entries: check.entries, head: check.head, broken: check.broken }
	});
	return check;
}
