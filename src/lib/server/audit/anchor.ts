import { eq } from 'drizzle-orm';
import type { AuditHead } from '#lib/contracts/audit.ts';
import type { Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';
import { GENESIS } from './chain.ts';

/** Where the retention keeps the last entry that it took away: the chain goes on from its hash. */
export const ANCHOR_KEY = 'audit_anchor';

export async function readAnchor({ db }: Context): Promise<AuditHead> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, ANCHOR_KEY));
	return (row?.value as AuditHead | undefined) ?? { id: 0, hash: GENESIS };
}
