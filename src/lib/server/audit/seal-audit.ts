import type { AuditHead } from '#lib/contracts/audit.ts';
import type { Context } from '../context.ts';
import { readAnchor } from './anchor.ts';
import { sealOf, type Seal } from './chain.ts';
import { readEntries } from './read-entries.ts';

const ENTRIES_PER_STEP = 500;
/** Another process sealing at the same moment is met at most so often in a row. */
const MOST_TRIES = 5;

/** The last sealed entry; null where nothing is sealed. */
export async function auditHead({ db: { client } }: Context): Promise<AuditHead | null> {
	const { rows } = await client.execute(
		'SELECT entry_id, hash FROM audit_seals ORDER BY entry_id DESC LIMIT 1'
	);
	return rows[0] ? { id: Number(rows[0].entry_id), hash: String(rows[0].hash) } : null;
}

/**
 * Seals what was written since the last seal, in the order of the ids. Ids are given by the one transaction that may
 * write at a time and have no gaps, so nothing can come in before what is sealed. A second process that seals at the
 * same moment meets the key of the first one's row, writes nothing and goes on from there.
 *
 * @returns how many entries were sealed
 */
export async function sealAudit(ctx: Context): Promise<number> {
	let sealed = 0;
	for (let tries = 0; tries < MOST_TRIES;) {
		const head = (await auditHead(ctx)) ?? (await readAnchor(ctx));
		const entries = await readEntries(ctx, head.id, ENTRIES_PER_STEP);
		if (entries.length === 0) return sealed;
		const seals: Seal[] = [];
		for (const entry of entries) seals.push(sealOf(seals.at(-1)?.hash ?? head.hash, entry));
		try {
			await ctx.db.client.batch(
				[
					{
						sql: `INSERT INTO audit_seals (entry_id, hash, digests, salts)
							SELECT value ->> 0, value ->> 1, value -> 2, value -> 3 FROM json_each(?)`,
						args: [
							JSON.stringify(
								seals.map(({ entryId, hash, digests, salts }) => [entryId, hash, digests, salts])
							)
						]
					}
				],
				'write'
			);
			sealed += seals.length;
			tries = 0;
		} catch (error) {
			if (!/UNIQUE|append-only/.test((error as Error).message)) throw error;
			tries++;
		}
	}
	return sealed;
}
