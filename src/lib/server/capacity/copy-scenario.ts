import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { capacityScenarios } from '../db/schema/index.ts';
import { createScenarios } from './create-scenarios.ts';
import type { ScenarioFields } from './scenario-fields.ts';

/** A scenario like another under a new name. Null when there is none such. */
export async function copyScenario(
	ctx: Context,
	actor: Actor,
	{ id, name }: { id: string; name: string }
): Promise<string | null> {
	requireRight(actor, 'capacity.manage');
	const [row] = await ctx.db.orm.select().from(capacityScenarios).where(eq(capacityScenarios.id, id));
	if (!row) return null;
	const input = row.input as ScenarioFields['input'];
	const [copyId] = await createScenarios(ctx, actor, [{ name, input }]);
	return copyId!;
}
