import { eq } from 'drizzle-orm';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters } from '../db/schema/index.ts';

/** Removes a draft with its shifts; one that is published is taken back first. False when there is none such. */
export async function removeRoster(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'roster.compute');
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ name: rosters.name, status: rosters.status })
		.from(rosters)
		.where(eq(rosters.id, id));
	if (!found) return false;
	if (found.status === 'published')
		throw new InvalidInputError(
			`Removing a roster: "${found.name}" is published, and people work by it; take it back first.`
		);
	await orm.batch([
		orm.delete(rosters).where(eq(rosters.id, id)),
		recordAudit(ctx, actor, { action: 'roster.remove', subject: `roster:${id}`, before: found })
	]);
	return true;
}
