import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { capacityScenarios } from '../db/schema/index.ts';

/** Removes a scenario; restoreScenario() brings it back from the record. False when there is none such. */
export async function removeScenario(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'capacity.manage');
	const { orm } = ctx.db;
	const where = eq(capacityScenarios.id, id);
	const [row] = await orm.select().from(capacityScenarios).where(where);
	if (!row) return false;
	await orm.batch([
		orm.delete(capacityScenarios).where(where),
		recordAudit(ctx, actor, { action: 'capacity.remove', subject: `capacity:${id}`, before: row })
	]);
	return true;
}
