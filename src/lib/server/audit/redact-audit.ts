import { randomUUID } from 'node:crypto';
import type { InStatement } from '@libsql/client';
import type { Context } from '../context.ts';
import {
	erasureDigest,
	fieldDigest,
	newSalt,
	SEALED_FIELDS,
	type Redaction,
	type SealedField
} from './chain.ts';
import { sealAudit } from './seal-audit.ts';

export interface FieldChange {
	entryId: number;
	field: SealedField;
	/** What stands there from now on; of `before` and `after` the JSON text. */
	value: string | null;
}

export interface AuditErasure {
	/** For the batch of the erasure itself. */
	statements: InStatement[];
	/** For the `after` of the erasure's own entry: it accounts for what was changed. Null = nothing was. */
	account: { erasure: string; erasedFields: number; erasedDigest: string } | null;
}

/**
 * Takes words out of entries so that the chain stays provable: the digest of what was there stays and its salt goes, so
 * that nothing leads back to it; what stands there instead gets a digest of its own, which the erasure's entry accounts
 * for.
 */
export async function redactAudit(ctx: Context, changes: readonly FieldChange[]): Promise<AuditErasure> {
	if (changes.length === 0) return { statements: [], account: null };
	await sealAudit(ctx);
	const erasure = randomUUID();
	const redactions: (Redaction & { salt: string; value: string | null })[] = changes.map(
		({ entryId, field, value }) => {
			const salt = newSalt();
			return { entryId, field, value, salt, digest: fieldDigest(field, value, salt) };
		}
	);
	const statements: InStatement[] = ['INSERT INTO audit_permits (id) VALUES (1)'];
	for (const [field, list] of Map.groupBy(redactions, (redaction) => redaction.field)) {
		const index = SEALED_FIELDS.indexOf(field);
		statements.push(
			{
				sql: `UPDATE audit_log SET "${field}" = e.value ->> 1 FROM json_each(?) AS e WHERE audit_log.id = e.value ->> 0`,
				args: [JSON.stringify(list.map(({ entryId, value }) => [entryId, value]))]
			},
			{
				sql: `UPDATE audit_seals SET salts = json_set(salts, '$[${index}]', e.value ->> 1) FROM json_each(?) AS e
					WHERE audit_seals.entry_id = e.value ->> 0`,
				args: [JSON.stringify(list.map(({ entryId, salt }) => [entryId, salt]))]
			}
		);
	}
	statements.push(
		{
			sql: `INSERT INTO audit_redactions (erasure, entry_id, field, digest)
				SELECT ?1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?2)`,
			args: [
				erasure,
				JSON.stringify(redactions.map(({ entryId, field, digest }) => [entryId, field, digest]))
			]
		},
		'DELETE FROM audit_permits'
	);
	return {
		statements,
		account: { erasure, erasedFields: redactions.length, erasedDigest: erasureDigest(redactions) }
	};
}
