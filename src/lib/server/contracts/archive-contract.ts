import { count, eq } from 'drizzle-orm';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, contracts } from '../db/schema/index.ts';
import { findContract, requireFreeName } from './contract-row.ts';

/** Takes a contract out of use: it stays in the list. Refused while anybody is on it. */
export async function archiveContract(ctx: Context, actor: Actor, id: string): Promise<{ name: string }> {
	requireRight(actor, 'roster.compute');
	const { name, archivedAt } = await findContract('Archiving a contract', ctx, id);
	const { orm } = ctx.db;
	const [held] = await orm.select({ people: count() }).from(agents).where(eq(agents.contractId, id));
	const people = held?.people ?? 0;
	if (people > 0)
		throw new InvalidInputError(
			`Archiving a contract: ${people} ${people === 1 ? 'agent is' : 'agents are'} on "${name}"; put them on another first.`
		);
	if (archivedAt === null)
		await orm.batch([
			orm.update(contracts).set({ archivedAt: ctx.now() }).where(eq(contracts.id, id)),
			recordAudit(ctx, actor, { action: 'contract.archive', subject: `contract:${id}`, before: { name } })
		]);
	return { name };
}

/** Takes an archived contract back into use. */
export async function restoreContract(ctx: Context, actor: Actor, id: string): Promise<{ name: string }> {
	requireRight(actor, 'roster.compute');
	const action = 'Taking a contract back into use';
	const { name, archivedAt } = await findContract(action, ctx, id);
	if (archivedAt === null) return { name };
	await requireFreeName(action, ctx, name, id);
	const { orm } = ctx.db;
	await orm.batch([
		orm.update(contracts).set({ archivedAt: null }).where(eq(contracts.id, id)),
		recordAudit(ctx, actor, { action: 'contract.restore', subject: `contract:${id}`, after: { name } })
	]);
	return { name };
}
