import { eq } from 'drizzle-orm';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { webhooks } from '../db/schema/index.ts';
import { findWebhook } from './find-webhook.ts';
import { WebhookInput, withoutSecret } from './webhook-input.ts';

export async function updateWebhook(
	ctx: Context,
	actor: Actor,
	id: string,
	input: WebhookInput
): Promise<void> {
	requireRight(actor, 'settings.manage');
	const wanted = parseInput('Changing a webhook', WebhookInput, input);
	const before = await findWebhook(ctx, id, 'Changing a webhook');
	const { orm } = ctx.db;
	await orm.batch([
		orm.update(webhooks).set(wanted).where(eq(webhooks.id, id)),
		recordAudit(ctx, actor, {
			action: 'webhook.update',
			subject: `webhook:${id}`,
			before: withoutSecret(before),
			after: wanted
		})
	]);
}
