import { randomBytes, randomUUID } from 'node:crypto';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { webhooks } from '../db/schema/index.ts';
import { WebhookInput } from './webhook-input.ts';

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The secret that signs is in the answer and shown nowhere else. */
export async function addWebhook(
	ctx: Context,
	actor: Actor,
	input: WebhookInput
): Promise<{ webhookId: string; secret: string }> {
	requireRight(actor, 'settings.manage');
	const wanted = parseInput('Adding a webhook', WebhookInput, input);
	const [id, secret] = [randomUUID(), newSecret()];
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(webhooks).values({ id, ...wanted, secret, createdBy: actor.id, createdAt: ctx.now() }),
		recordAudit(ctx, actor, { action: 'webhook.add', subject: `webhook:${id}`, after: wanted })
	]);
	return { webhookId: id, secret };
}
