import { and, eq, gt, lt, ne } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters } from '../db/schema/index.ts';

/**
 * Publishes a draft: its shifts are what agents see. A published roster of overlapping days becomes a draft again,
 * so that nobody has two. `false` takes it back. Resolves to false when there is no such roster.
 */
export async function publishRoster(
	ctx: Context,
	actor: Actor,
	id: string,
	isPublished: boolean
): Promise<boolean> {
	requireRight(actor, 'roster.publish');
	const { orm } = ctx.db;
	const [found] = await orm.select().from(rosters).where(eq(rosters.id, id));
	if (!found) return false;
	const overlapping = and(
		ne(rosters.id, id),
		eq(rosters.status, 'published'),
		lt(rosters.fromAt, found.toAt),
		gt(rosters.toAt, found.fromAt)
	);
	const status = isPublished ? 'published' : 'draft';
	await orm.batch([
		orm
			.update(rosters)
			.set({ status: 'draft', publishedAt: null })
			.where(isPublished ? overlapping : eq(rosters.id, id)),
		orm
			.update(rosters)
			.set({ status, publishedAt: isPublished ? ctx.now() : null })
			.where(eq(rosters.id, id)),
		recordAudit(ctx, actor, {
			action: `roster.${status}`,
			subject: `roster:${id}`,
			before: found.status,
			after: status
		})
	]);
	return true;
}

/** Removes a roster with its shifts. False when there is none such. */
export async function removeRoster(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'roster.compute');
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ name: rosters.name, status: rosters.status })
		.from(rosters)
		.where(eq(rosters.id, id));
	if (!found) return false;
	await orm.batch([
		orm.delete(rosters).where(eq(rosters.id, id)),
		recordAudit(ctx, actor, { action: 'roster.remove', subject: `roster:${id}`, before: found })
	]);
	return true;
}
