import { eq } from 'drizzle-orm';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { contracts } from '../db/schema/index.ts';
import { findContract, requireFreeName } from './contract-row.ts';
import { parseContractFields, type ContractFields } from './contract-terms.ts';

const ACTION = 'Changing a contract';

/** Changes a contract for everybody on it; rosters made before stay as they are. */
export async function changeContract(
	ctx: Context,
	actor: Actor,
	id: string,
	input: ContractFields
): Promise<{ name: string }> {
	requireRight(actor, 'roster.compute');
	const fields = parseContractFields(ACTION, input);
	const { id: _, archivedAt, ...before } = await findContract(ACTION, ctx, id);
	if (archivedAt !== null)
		throw new InvalidInputError(`${ACTION}: "${before.name}" is archived; take it back into use first.`);
	await requireFreeName(ACTION, ctx, fields.name, id);
	const { orm } = ctx.db;
	await orm.batch([
		orm.update(contracts).set(fields).where(eq(contracts.id, id)),
		recordAudit(ctx, actor, { action: 'contract.update', subject: `contract:${id}`, before, after: fields })
	]);
	return { name: fields.name };
}
