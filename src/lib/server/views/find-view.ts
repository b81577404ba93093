import type { Actor, Context } from '../context.ts';
import { listViews, type ViewRow } from './list-views.ts';

/** A view that the actor may open: an own or a shared one. */
export async function findView(ctx: Context, actor: Actor | null, id: string): Promise<ViewRow | null> {
	return (await listViews(ctx, actor)).find((view) => view.id === id) ?? null;
}
