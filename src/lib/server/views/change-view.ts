import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { savedViews } from '../db/schema/index.ts';
import { isChangeable } from './is-changeable.ts';
import { viewChange, viewId } from './view-input.ts';

/** Renames a view, shares it or gives it another address; its owner may, and who manages people a shared one. */
export async function changeView(
	ctx: Context,
	actor: Actor | null,
	id: string,
	input: z.input<typeof viewChange>
): Promise<{ status: 'changed' | 'unknown-view' }> {
	requireRight(actor, 'views.keep');
	const known = parseInput('Changing a view', viewId, id);
	const change = parseInput('Changing a view', viewChange, input);
	const { orm } = ctx.db;
	const [changed] = await orm.batch([
		orm
			.update(savedViews)
			.set(change)
			.where(and(eq(savedViews.id, known), isChangeable(actor!))),
		recordAuditIfChanged(ctx, actor!, { action: 'view.change', subject: `view:${known}`, after: change })
	]);
	return { status: changed.rowsAffected > 0 ? 'changed' : 'unknown-view' };
}
