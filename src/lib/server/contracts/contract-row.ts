import { and, eq, isNull, ne } from 'drizzle-orm';
import { InvalidInputError } from '../access/index.ts';
import type { Context } from '../context.ts';
import { contracts } from '../db/schema/index.ts';

/** @throws InvalidInputError when there is no such contract */
export async function findContract(action: string, { db }: Context, id: string) {
	const [row] = await db.orm.select().from(contracts).where(eq(contracts.id, id));
	if (!row) throw new InvalidInputError(`${action}: there is no contract "${id}".`);
	return row;
}

/** @throws InvalidInputError when another contract in use has the name */
export async function requireFreeName(action: string, { db }: Context, name: string, own: string | null) {
	const [taken] = await db.orm
		.select({ id: contracts.id })
		.from(contracts)
		.where(
			and(
				eq(contracts.name, name),
				isNull(contracts.archivedAt),
				own === null ? undefined : ne(contracts.id, own)
			)
		);
	if (taken)
		throw new InvalidInputError(`${action}: there is a contract "${name}" already; choose another name.`);
}
