import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { webhooks } from '../db/schema/index.ts';
import { findWebhook } from './find-webhook.ts';
import { withoutSecret } from './webhook-input.ts';

/** What is still in line for it is not sent any more. */
export async function removeWebhook(ctx: Context, actor: Actor, id: string): Promise<void> {
	requireRight(actor, 'settings.manage');
	const before = await findWebhook(ctx, id, 'Removing a webhook');
	const { orm } = ctx.db;
	await orm.batch([
		orm.delete(webhooks).where(eq(webhooks.id, id)),
		recordAudit(ctx, actor, {
			action: 'webhook.remove',
			subject: `webhook:${id}`,
			before: withoutSecret(before)
		})
	]);
}
