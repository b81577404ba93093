import { gte } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { balancePromises } from '../db/schema/index.ts';

/** Changes of people's day by proposals accepted since. */
export async function dayChangesMade({ db }: Context, sinceMs: number): Promise<number> {
	const rows = await db.orm
		.select({ moves: balancePromises.moves })
		.from(balancePromises)
		.where(gte(balancePromises.acceptedAt, sinceMs));
	return rows.reduce(
		(sum, { moves }) => sum + moves.filter(({ change, offer }) => change != null || offer).length,
		0
	);
}
