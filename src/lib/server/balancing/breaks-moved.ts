import { gte } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { balancePromises } from '../db/schema/index.ts';

/** Breaks that accepted proposals have moved since. */
export async function breaksMoved({ db }: Context, sinceMs: number): Promise<number> {
	const rows = await db.orm
		.select({ moves: balancePromises.moves })
		.from(balancePromises)
		.where(gte(balancePromises.acceptedAt, sinceMs));
	return rows.reduce((sum, { moves }) => sum + moves.filter(({ change }) => change != null).length, 0);
}
