import { asc } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { agents, agentSkills, contracts } from '../db/schema/index.ts';

export interface AgentRecord {
	id: string;
	name: string;
	teamId: string | null;
	isDemo: boolean;
	skills: { skillId: string; proficiency: number }[];
	contract: typeof contracts.$inferSelect | null;
}

/** Every agent with skills and contract, by name. For domains: the caller decides who may see it. */
export async function listAgents({ db }: Context): Promise<AgentRecord[]> {
	const [people, skillRows, contractRows] = await Promise.all([
		db.orm.select().from(agents).orderBy(asc(agents.name)),
		db.orm.select().from(agentSkills),
		db.orm.select().from(contracts)
	]);
	const skillsOf = Map.groupBy(skillRows, ({ agentId }) => agentId);
	const contractOf = new Map(contractRows.map((contract) => [contract.id, contract]));
	return people.map(({ id, name, teamId, isDemo, contractId }) => ({
		id,
		name,
		teamId,
		isDemo,
		skills: (skillsOf.get(id) ?? []).map(({ skillId, proficiency }) => ({ skillId, proficiency })),
		contract: contractId ? (contractOf.get(contractId) ?? null) : null
	}));
}
