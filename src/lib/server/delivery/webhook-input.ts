import { z } from 'zod';
import type { webhooks } from '../db/schema/index.ts';

export const WEBHOOK_TOPICS = ['alert', 'command'] as const;

export const WebhookInput = z.object({
	name: z.string().trim().min(1).max(120),
	url: z
		.url({ protocol: /^https?$/, error: 'wanted an address that starts with https:// or http://' })
		.max(2_000),
	topics: z.array(z.enum(WEBHOOK_TOPICS)).min(1, 'choose what it is told of'),
	isEnabled: z.boolean().default(true)
});
export type WebhookInput = z.input<typeof WebhookInput>;

/** Without the secret: that is shown once, when it is made. */
export type WebhookRecord = Omit<typeof webhooks.$inferSelect, 'secret'>;

export const withoutSecret = ({ secret: _, ...rest }: typeof webhooks.$inferSelect): WebhookRecord => rest;
