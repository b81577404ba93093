import { asc } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { webhooks } from '../db/schema/index.ts';
import { withoutSecret, type WebhookRecord } from './webhook-input.ts';

export async function listWebhooks({ db }: Context, actor: Actor): Promise<WebhookRecord[]> {
	requireRight(actor, 'settings.view');
	return (await db.orm.select().from(webhooks).orderBy(asc(webhooks.name))).map(withoutSecret);
}
