import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { deliveries, webhooks } from '../db/schema/index.ts';
import type { Carriers, EmailBody, Sent } from './carriers.ts';
import { retryDelayMs } from './retry-delay.ts';
import { signWebhook } from './sign-webhook.ts';

const AT_ONCE = 20;

type DeliveryRow = typeof deliveries.$inferSelect;
type WebhookRow = typeof webhooks.$inferSelect;

/**
 * Sends what is due, and says of each try how it went. A process that dies between the sending and the note sends
 * again: the receiver knows the message by its id. Returns how many were tried.
 */
export async function sendDue(ctx: Context, carriers: Carriers): Promise<number> {
	const { orm } = ctx.db;
	const due = await orm
		.select()
		.from(deliveries)
		.where(and(eq(deliveries.state, 'queued'), lte(deliveries.nextAt, ctx.now())))
		.orderBy(asc(deliveries.nextAt))
		.limit(AT_ONCE);
	if (due.length === 0) return 0;
	const ids = due.filter(({ kind }) => kind === 'webhook').map(({ target }) => target);
	const hooks = ids.length > 0 ? await orm.select().from(webhooks).where(inArray(webhooks.id, ids)) : [];
	await Promise.all(
		due.map(async (delivery) => {
			const hook = hooks.find(({ id }) => id === delivery.target);
			const sent = await carry(carriers, delivery, hook, ctx.now());
			const attempts = delivery.attempts + 1;
			const delayMs = sent.ok || sent.isFinal ? null : retryDelayMs(attempts);
			await orm
				.update(deliveries)
				.set(
					sent.ok
						? { state: 'sent', attempts, lastError: null, sentAt: ctx.now() }
						: {
								state: delayMs === null ? 'failed' : 'queued',
								attempts,
								lastError: sent.error,
								nextAt: ctx.now() + (delayMs ?? 0)
							}
				)
				.where(eq(deliveries.id, delivery.id));
		})
	);
	return due.length;
}

async function carry(
	carriers: Carriers,
	{ id, kind, target, payload }: DeliveryRow,
	hook: WebhookRow | undefined,
	nowMs: number
): Promise<Sent & { isFinal?: boolean }> {
	if (kind === 'email') return carriers.mail({ to: target, ...(payload as EmailBody) });
	if (!hook || !hook.isEnabled)
		return { ok: false, error: 'The webhook was removed or switched off.', isFinal: true };
	const body = JSON.stringify(payload);
	const headers = signWebhook(hook.secret, { id, atMs: nowMs, body });
	return carriers.post({ url: hook.url, headers, body });
}
