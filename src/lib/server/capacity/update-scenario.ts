import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { capacityScenarios } from '../db/schema/index.ts';
import { parseScenario, type ScenarioFields } from './scenario-fields.ts';

/** Keeps a scenario's new name and numbers. False when there is none such. */
export async function updateScenario(
	ctx: Context,
	actor: Actor,
	id: string,
	given: ScenarioFields
): Promise<boolean> {
	requireRight(actor, 'capacity.manage');
	const { name, input } = parseScenario('Changing a capacity scenario', given);
	const { orm } = ctx.db;
	const where = eq(capacityScenarios.id, id);
	const [before] = await orm.select().from(capacityScenarios).where(where);
	if (!before) return false;
	await orm.batch([
		orm.update(capacityScenarios).set({ name, input, updatedAt: ctx.now() }).where(where),
		recordAudit(ctx, actor, {
			action: 'capacity.update',
			subject: `capacity:${id}`,
			before: { name: before.name, input: withoutShapes(before.input) },
			after: { name, input: withoutShapes(input) }
		})
	]);
	return true;
}

/** The week's shape is not edited and would be most of every entry. */
function withoutShapes(input: unknown): unknown {
	const { families, measured: _, ...rest } = input as ScenarioFields['input'];
	return { ...rest, families: families.map(({ profile: __, ...family }) => family) };
}
