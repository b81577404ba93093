import { and, eq } from 'drizzle-orm';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { savedViews } from '../db/schema/index.ts';
import { isChangeable } from './is-changeable.ts';
import { viewId } from './view-input.ts';

/** Removes a view; its owner may, and who manages people a shared one. Keeping it again takes that back. */
export async function removeView(
	ctx: Context,
	actor: Actor | null,
	id: string
): Promise<{ status: 'removed' | 'unknown-view' }> {
	requireRight(actor, 'views.keep');
	const known = parseInput('Removing a view', viewId, id);
	const { orm } = ctx.db;
	const [removed] = await orm.batch([
		orm.delete(savedViews).where(and(eq(savedViews.id, known), isChangeable(actor!))),
		recordAuditIfChanged(ctx, actor!, { action: 'view.remove', subject: `view:${known}` })
	]);
	return { status: removed.rowsAffected > 0 ? 'removed' : 'unknown-view' };
}
