import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { savedViews } from '../db/schema/index.ts';
import { newView } from './view-input.ts';

/** Keeps an address under a name: the actor's own, or everybody's to open. */
export async function keepView(
	ctx: Context,
	actor: Actor | null,
	input: z.input<typeof newView>
): Promise<{ id: string }> {
	requireRight(actor, 'views.keep');
	const view = parseInput('Keeping a view', newView, input);
	const id = randomUUID();
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(savedViews).values({ id, ownerId: actor!.id, ...view, createdAt: ctx.now() }),
		recordAudit(ctx, actor!, { action: 'view.keep', subject: `view:${id}`, after: view })
	]);
	return { id };
}
