import { asc } from 'drizzle-orm';
import type { MinimumStaffRule } from '#lib/contracts/rostering.ts';
import { requireRight } from '../access/index.ts';
import { knowsSkill, listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { minimumStaff } from '../db/schema/index.ts';

export interface MinimumStaffRecord extends MinimumStaffRule {
	/** How many of the people there are now count for it. */
	able: number;
}

/** Every minimum, in the order in which they were made. */
export async function listMinimumStaff(ctx: Context, actor: Actor | null): Promise<MinimumStaffRecord[]> {
	requireRight(actor, 'staffing.view');
	const [rows, agents] = await Promise.all([
		ctx.db.orm.select().from(minimumStaff).orderBy(asc(minimumStaff.createdAt), asc(minimumStaff.id)),
		listAgents(ctx)
	]);
	const able = (skill: string | null): number => agents.filter((agent) => knowsSkill(agent, skill)).length;
	return rows.map(({ createdBy: _, createdAt: __, ...rule }) => ({ ...rule, able: able(rule.skillId) }));
}
