import { asc } from 'drizzle-orm';
import type { Contract } from '#solver/rostering/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, contracts } from '../db/schema/index.ts';
import { termsOf } from './contract-terms.ts';

export interface ContractRecord {
	id: string;
	name: string;
	terms: Contract;
	/** Who is on it, by name. */
	agents: { id: string; name: string }[];
	archivedAt: number | null;
}

/** Every contract, archived ones too, by name; and the agents who have none. */
export async function listContracts(
	{ db }: Context,
	actor: Actor | null
): Promise<{ contracts: ContractRecord[]; without: { id: string; name: string }[] }> {
	requireRight(actor, 'settings.view');
	const [rows, people] = await Promise.all([
		db.orm.select().from(contracts).orderBy(asc(contracts.name)),
		db.orm
			.select({ id: agents.id, name: agents.name, contractId: agents.contractId })
			.from(agents)
			.orderBy(asc(agents.name))
	]);
	const byContract = Map.groupBy(people, ({ contractId }) => contractId);
	const peopleOf = (id: string | null) =>
		(byContract.get(id) ?? []).map((one) => ({ id: one.id, name: one.name }));
	return {
		contracts: rows.map((row) => ({
			id: row.id,
			name: row.name,
			terms: termsOf(row),
			agents: peopleOf(row.id),
			archivedAt: row.archivedAt
		})),
		without: peopleOf(null)
	};
}
