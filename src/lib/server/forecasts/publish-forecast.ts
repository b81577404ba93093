import type { InStatement } from '@libsql/client';
import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecasts } from '../db/schema/index.ts';
import { freezePublished } from './freeze-published.ts';

/**
 * Publishes a forecast: what it says now, the changes by hand in it, is what everybody counts on from now on,
 * whatever is changed later. It takes the place of older ones wherever it covers them. Publishing again takes in
 * what was changed since. False when there is no such forecast.
 */
export async function publishForecast(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'forecast.publish');
	const { orm, client } = ctx.db;
	const [found] = await orm.select().from(forecasts).where(eq(forecasts.id, id));
	if (!found) return false;
	const head = orm
		.update(forecasts)
		.set({ status: 'published', publishedBy: actor.id, publishedAt: ctx.now() })
		.where(eq(forecasts.id, id))
		.toSQL();
	const audit = recordAudit(ctx, actor, {
		action: 'forecast.publish',
		subject: `forecast:${id}`,
		before: { status: found.status, publishedAt: found.publishedAt },
		after: { name: found.name, fromAt: found.fromAt, toAt: found.toAt }
	}).toSQL();
	const statements: InStatement[] = [
		...(await freezePublished(ctx, found)),
		...[head, audit].map(({ sql, params }) => ({ sql, args: params }) as InStatement)
	];
	await client.batch(statements, 'write');
	return true;
}
