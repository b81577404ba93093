import { asc, eq, or } from 'drizzle-orm';
import { can } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { savedViews } from '../db/schema/index.ts';

export interface ViewRow {
	id: string;
	name: string;
	address: string;
	isShared: boolean;
	isOwn: boolean;
	mayChange: boolean;
}

/** The actor's own views and those that others share, by name; none for who may not keep any. */
export async function listViews(ctx: Context, actor: Actor | null): Promise<ViewRow[]> {
	if (!actor || !can(actor, 'views.keep')) return [];
	const rows = await ctx.db.orm
		.select()
		.from(savedViews)
		.where(or(eq(savedViews.ownerId, actor.id), eq(savedViews.isShared, true)))
		.orderBy(asc(savedViews.name), savedViews.id);
	return rows.map(({ id, name, address, isShared, ownerId }) => ({
		id,
		name,
		address,
		isShared,
		isOwn: ownerId === actor.id,
		mayChange: ownerId === actor.id || can(actor, 'users.manage')
	}));
}
