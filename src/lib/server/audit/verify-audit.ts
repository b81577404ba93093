import type { AuditCheck, AuditHead } from '#lib/contracts/audit.ts';
import type { Context } from '../context.ts';
import { readAnchor } from './anchor.ts';
import {
	entryHash,
	erasureDigest,
	fieldDigest,
	SEALED_FIELDS,
	type Redaction,
	type Seal,
	type StoredEntry
} from './chain.ts';
import { readEntries } from './read-entries.ts';
import { auditHead } from './seal-audit.ts';

const PAGE = 2_000;
const WRITTEN_ANEW = 'its hash is not the one that was kept: the chain was written anew';

/**
 * Holds every entry against the chain and names the first that is not as it was sealed: changed, removed, put in
 * between, or erased without an entry that says so. Writes nothing.
 *
 * Whoever can write the file can compute the whole chain anew; that shows only against a head that was kept elsewhere:
 * @param kept such a head, as `marea verify` printed it
 */
export async function verifyAudit(ctx: Context, kept: AuditHead | null = null): Promise<AuditCheck> {
	const anchor = await readAnchor(ctx);
	const head = await auditHead(ctx);
	const redactions = await readRedactions(ctx);
	const told = new Map<string, { erased: unknown; purged: unknown }>();
	let previous = anchor;
	let entries = 0;
	let erasedFields = 0;
	let broken: AuditCheck['broken'] = null;
	const lastId = head?.id ?? anchor.id;

	while (!broken && previous.id < lastId) {
		const page = await readEntries(ctx, previous.id, PAGE, lastId);
		const seals = await readSeals(ctx, previous.id, page.at(-1)?.id ?? lastId);
		if (page.length === 0) broken = { id: previous.id + 1, problem: 'it was removed' };
		for (const entry of page) {
			const id = previous.id + 1;
			const seal = seals.get(id);
			let problem =
				entry.id === id ? problemOf(previous.hash, entry, seal, redactions.current) : 'it was removed';
			if (kept?.id === id && kept.hash !== seal?.hash) problem ??= WRITTEN_ANEW;
			if (problem) {
				broken = { id, problem };
				break;
			}
			for (const field of SEALED_FIELDS) if (redactions.current.has(`${entry.id} ${field}`)) erasedFields++;
			note(entry, told);
			previous = { id, hash: seal!.hash };
			entries++;
		}
	}
	broken ??= await unaccounted(ctx, { anchor, lastId, kept, redactions, told });
	const { rows } = await ctx.db.client.execute({
		sql: 'SELECT count(*) AS n FROM audit_log WHERE id > ?',
		args: [lastId]
	});
	return {
		entries,
		unsealed: Number(rows[0]!.n),
		head,
		purgedTo: anchor.id || null,
		erasedFields,
		broken
	};
}

function problemOf(
	previous: string,
	entry: StoredEntry,
	seal: Seal | undefined,
	redacted: ReadonlyMap<string, string>
): string | null {
	if (!seal) return 'it has no seal';
	if (entryHash(previous, entry, seal.digests) !== seal.hash)
		return 'its time, action, channel or place in the chain is not what was sealed';
	for (const [i, field] of SEALED_FIELDS.entries()) {
		const wanted = redacted.get(`${entry.id} ${field}`) ?? seal.digests[i];
		if (fieldDigest(field, entry[field], seal.salts[i]!) !== wanted)
			return `its "${field}" is not what was sealed`;
	}
	return null;
}

/** Entries that account for an erasure or for what the retention took. */
function note(entry: StoredEntry, told: Map<string, { erased: unknown; purged: unknown }>): void {
	if (!entry.after || !/"erasure"|"purgedTo"/.test(entry.after)) return;
	const after = JSON.parse(entry.after) as Record<string, unknown>;
	if (typeof after.erasure === 'string')
		told.set(after.erasure, { erased: after.erasedDigest, purged: null });
	if (after.purgedTo !== undefined)
		told.set(`purge ${String(after.purgedTo)}`, { erased: null, purged: after.purgedHash });
}

/** What no entry's own seal shows: erasures and a retention that nobody entered, a cut-off end, a kept head that is gone. */
async function unaccounted(
	ctx: Context,
	{
		anchor,
		lastId,
		kept,
		redactions,
		told
	}: {
		anchor: AuditHead;
		lastId: number;
		kept: AuditHead | null;
		redactions: Awaited<ReturnType<typeof readRedactions>>;
		told: Map<string, { erased: unknown; purged: unknown }>;
	}
): Promise<AuditCheck['broken']> {
	const { rows } = await ctx.db.client.execute(
		`SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'), 0) AS seq,
			coalesce((SELECT max(id) FROM audit_log), 0) AS last`
	);
	// The entry of an erasure of a moment ago may not be sealed yet.
	for (const entry of await readEntries(ctx, lastId, PAGE)) note(entry, told);
	const { seq, last } = rows[0]!;
	if (Number(seq) > Math.max(Number(last), anchor.id))
		return { id: Math.max(Number(last), anchor.id) + 1, problem: 'it was removed from the end' };
	if (anchor.id > 0 && told.get(`purge ${anchor.id}`)?.purged !== anchor.hash)
		return { id: anchor.id + 1, problem: 'the entries before it are gone and no entry says so' };
	for (const [erasure, list] of redactions.byErasure) {
		if (told.get(erasure)?.erased !== erasureDigest(list) && list.some(({ entryId }) => entryId > anchor.id))
			return { id: list[0]!.entryId, problem: 'words of it were erased and no entry says so' };
	}
	if (kept?.id === anchor.id && kept.hash !== anchor.hash) return { id: kept.id, problem: WRITTEN_ANEW };
	// Whoever writes a chain anew could claim as much: what cannot be held against the head is not called whole.
	if (kept && kept.id < anchor.id)
		return {
			id: kept.id,
			problem: 'the retention took it, and the head that was kept with it; give a newer one'
		};
	if (kept && kept.id > lastId)
		return { id: lastId + 1, problem: 'it was removed: the chain ends before the head that was kept' };
	return null;
}

async function readSeals(
	{ db: { client } }: Context,
	afterId: number,
	uptoId: number
): Promise<Map<number, Seal>> {
	const { rows } = await client.execute({
		sql: 'SELECT entry_id, hash, digests, salts FROM audit_seals WHERE entry_id > ? AND entry_id <= ?',
		args: [afterId, uptoId]
	});
	return new Map(
		rows.map((row) => [
			Number(row.entry_id),
			{
				entryId: Number(row.entry_id),
				hash: String(row.hash),
				digests: JSON.parse(String(row.digests)) as string[],
				salts: JSON.parse(String(row.salts)) as string[]
			}
		])
	);
}

/** By entry and field the digest that holds now, and what each erasure put there. */
async function readRedactions({ db: { client } }: Context) {
	const { rows } = await client.execute(
		'SELECT erasure, entry_id AS entryId, field, digest FROM audit_redactions ORDER BY id'
	);
	const all = rows as unknown as (Redaction & { erasure: string })[];
	return {
		current: new Map(all.map(({ entryId, field, digest }) => [`${entryId} ${field}`, digest])),
		byErasure: Map.groupBy(all, ({ erasure }) => erasure)
	};
}
