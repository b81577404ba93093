import { randomUUID } from 'node:crypto';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { capacityScenarios } from '../db/schema/index.ts';
import { parseScenario, type ScenarioFields } from './scenario-fields.ts';

/** Keeps new scenarios, all or none, in this order. */
export async function createScenarios(
	ctx: Context,
	actor: Actor,
	given: readonly ScenarioFields[]
): Promise<string[]> {
	requireRight(actor, 'capacity.manage');
	const rows = given.map((one, place) => ({
		id: randomUUID(),
		...parseScenario('Creating a capacity scenario', one),
		createdBy: actor.id,
		// A list is in order of making, and these are made at once.
		createdAt: ctx.now() + place,
		updatedAt: ctx.now()
	}));
	if (rows.length === 0) return [];
	const [first, ...rest] = rows.flatMap((row) => [
		ctx.db.orm.insert(capacityScenarios).values(row),
		recordAudit(ctx, actor, {
			action: 'capacity.create',
			subject: `capacity:${row.id}`,
			after: { name: row.name }
		})
	]);
	await ctx.db.orm.batch([first!, ...rest]);
	return rows.map(({ id }) => id);
}
