import { asc, eq } from 'drizzle-orm';
import { setImmediate } from 'node:timers/promises';
import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import type { CapacityPlan } from '#solver/capacity/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { capacityScenarios } from '../db/schema/index.ts';
import { planOf } from './plan-of.ts';

export interface ScenarioHead {
	id: string;
	name: string;
	firstMonth: string;
	monthCount: number;
	families: number;
	createdAt: number;
	updatedAt: number;
}

export interface Scenario extends ScenarioHead {
	input: CapacityScenarioInput;
}

/** All scenarios in the order in which they were made. */
export async function listScenarios({ db }: Context, actor: Actor): Promise<ScenarioHead[]> {
	requireRight(actor, 'capacity.view');
	const rows = await db.orm.select().from(capacityScenarios).orderBy(asc(capacityScenarios.createdAt));
	return rows.map((row) => headOf(scenarioOf(row)));
}

export async function findScenario({ db }: Context, actor: Actor, id: string): Promise<Scenario | null> {
	requireRight(actor, 'capacity.view');
	const [row] = await db.orm.select().from(capacityScenarios).where(eq(capacityScenarios.id, id));
	return row ? scenarioOf(row) : null;
}

export interface ComparedScenario extends ScenarioHead {
	currency: string;
	plan: CapacityPlan;
}

/** Scenarios side by side with their plans, in the order asked for; those that are gone are left out. */
export async function compareScenarios(
	ctx: Context,
	actor: Actor,
	ids: readonly string[]
): Promise<ComparedScenario[]> {
	requireRight(actor, 'capacity.view');
	const compared: ComparedScenario[] = [];
	for (const id of new Set(ids)) {
		const scenario = await findScenario(ctx, actor, id);
		if (!scenario) continue;
		compared.push({
			...headOf(scenario),
			currency: scenario.input.currency,
			plan: planOf(scenario.input)
		});
		// Each may take a second: whatever waits goes first.
		await setImmediate();
	}
	return compared;
}

function scenarioOf(row: typeof capacityScenarios.$inferSelect): Scenario {
	const input = row.input as CapacityScenarioInput;
	const { id, name, createdAt, updatedAt } = row;
	const { firstMonth, monthCount, families } = input;
	return { id, name, firstMonth, monthCount, families: families.length, createdAt, updatedAt, input };
}

const headOf = ({ input: _, ...head }: Scenario): ScenarioHead => head;
