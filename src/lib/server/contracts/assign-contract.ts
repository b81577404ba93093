import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents } from '../db/schema/index.ts';
import { findContract } from './contract-row.ts';

const ACTION = 'Putting agents on a contract';
/** Ids in one statement. */
const CHUNK = 500;

export const AssignContractInput = z.object({
	/** null: on none. */
	contractId: z.string().min(1).nullable(),
	agentIds: z.array(z.string().min(1)).min(1).max(10_000)
});

/** Puts agents on a contract, whichever they are on. Nobody is moved when one of them is unknown. */
export async function assignContract(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof AssignContractInput>
): Promise<{ moved: number; name: string | null }> {
	requireRight(actor, 'roster.compute');
	const { contractId, agentIds } = parseInput(ACTION, AssignContractInput, input);
	const contract = contractId === null ? null : await findContract(ACTION, ctx, contractId);
	if (contract && contract.archivedAt !== null)
		throw new InvalidInputError(`${ACTION}: "${contract.name}" is archived; take it back into use first.`);
	const { orm } = ctx.db;
	const wanted = [...new Set(agentIds)];
	const known = new Map<string, string | null>();
	for (let at = 0; at < wanted.length; at += CHUNK)
		for (const row of await orm
			.select({ id: agents.id, contractId: agents.contractId })
			.from(agents)
			.where(inArray(agents.id, wanted.slice(at, at + CHUNK))))
			known.set(row.id, row.contractId);
	const unknown = wanted.find((id) => !known.has(id));
	if (unknown !== undefined) throw new InvalidInputError(`${ACTION}: there is no agent "${unknown}".`);
	const moving = wanted.filter((id) => known.get(id) !== contractId);
	if (moving.length === 0) return { moved: 0, name: contract?.name ?? null };
	const before = Object.fromEntries(moving.map((id) => [id, known.get(id) ?? null]));
	const chunks = Array.from({ length: Math.ceil(moving.length / CHUNK) }, (_, i) =>
		orm
			.update(agents)
			.set({ contractId })
			.where(inArray(agents.id, moving.slice(i * CHUNK, (i + 1) * CHUNK)))
	);
	await orm.batch([
		recordAudit(ctx, actor, {
			action: 'contract.assign',
			subject: contractId === null ? 'agents' : `contract:${contractId}`,
			before,
			after: { contractId }
		}),
		...chunks
	]);
	return { moved: moving.length, name: contract?.name ?? null };
}
