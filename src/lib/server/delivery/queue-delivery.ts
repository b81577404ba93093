import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { deliveries } from '../db/schema/index.ts';
import type { EmailBody, WebhookBody } from './carriers.ts';

export type Delivery =
	| { kind: 'email'; target: string; payload: EmailBody }
	| { kind: 'webhook'; target: string; payload: WebhookBody };

/** The statement that puts something in line to be sent; it goes into the batch of what it tells of. */
export const queueDelivery = (ctx: Context, { kind, target, payload }: Delivery) =>
	ctx.db.orm.insert(deliveries).values({
		id: randomUUID(),
		kind,
		target,
		payload,
		state: 'queued',
		nextAt: ctx.now(),
		createdAt: ctx.now()
	});
