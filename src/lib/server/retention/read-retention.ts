import { inArray } from 'drizzle-orm';
import { RETENTION_NAMES, type LastPurge, type Retention } from '#lib/contracts/retention.ts';
import type { Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

export const RETENTION_KEY = 'retention';
export const LAST_PURGE_KEY = 'last_purge';

/** What is set; everything is kept for ever until somebody says otherwise. */
export async function readRetention({
	db
}: Context): Promise<{ retention: Retention; last: LastPurge | null }> {
	const rows = await db.orm
		.select()
		.from(settings)
		.where(inArray(settings.key, [RETENTION_KEY, LAST_PURGE_KEY]));
	const valueOf = (key: string): unknown => rows.find((row) => row.key === key)?.value;
	const set = (valueOf(RETENTION_KEY) ?? {}) as Partial<Retention>;
	return {
		retention: Object.fromEntries(RETENTION_NAMES.map((kind) => [kind, set[kind] ?? null])) as Retention,
		last: (valueOf(LAST_PURGE_KEY) as LastPurge | undefined) ?? null
	};
}
