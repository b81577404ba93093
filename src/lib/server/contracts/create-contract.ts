import { randomUUID } from 'node:crypto';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { contracts } from '../db/schema/index.ts';
import { requireFreeName } from './contract-row.ts';
import { parseContractFields, type ContractFields } from './contract-terms.ts';

const ACTION = 'Making a contract';

/** A contract that agents can be put on. */
export async function createContract(
	ctx: Context,
	actor: Actor,
	input: ContractFields
): Promise<{ id: string; name: string }> {
	requireRight(actor, 'roster.compute');
	const fields = parseContractFields(ACTION, input);
	await requireFreeName(ACTION, ctx, fields.name, null);
	const id = randomUUID();
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(contracts).values({ id, ...fields }),
		recordAudit(ctx, actor, { action: 'contract.create', subject: `contract:${id}`, after: fields })
	]);
	return { id, name: fields.name };
}
