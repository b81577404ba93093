import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { findWebhook } from './find-webhook.ts';
import { queueDelivery } from './queue-delivery.ts';

/** Sends a message of no consequence, so that the receiver can be tried out. */
export async function testWebhook(ctx: Context, actor: Actor, id: string): Promise<void> {
	requireRight(actor, 'settings.manage');
	await findWebhook(ctx, id, 'Testing a webhook');
	const { orm } = ctx.db;
	await orm.batch([
		queueDelivery(ctx, {
			kind: 'webhook',
			target: id,
			payload: { type: 'marea.test', timestamp: new Date(ctx.now()).toISOString(), data: {} }
		}),
		recordAudit(ctx, actor, { action: 'webhook.test', subject: `webhook:${id}` })
	]);
}
