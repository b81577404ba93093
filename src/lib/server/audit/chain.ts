import { createHash, randomBytes } from 'node:crypto';

/** Fields that may hold words about a person: each has a salted digest of its own, so that it can be erased. */
export const SEALED_FIELDS = ['actor', 'subject', 'before', 'after', 'reason', 'address'] as const;
export type SealedField = (typeof SEALED_FIELDS)[number];

/** An entry as it is stored: `before` and `after` are the JSON texts of their columns. */
export interface StoredEntry extends Record<SealedField, string | null> {
	id: number;
	at: number;
	action: string;
	channel: string | null;
	requestId: string | null;
}

export interface Seal {
	entryId: number;
	hash: string;
	digests: string[];
	salts: string[];
}

/** What the first entry's hash stands on. */
export const GENESIS = '0'.repeat(64);

const sha256 = (value: unknown, encoding: 'hex' | 'base64url'): string =>
	createHash('sha256').update(JSON.stringify(value)).digest(encoding);

export const newSalt = (): string => randomBytes(12).toString('base64url');

/** SHA-256 over the field's name, its value and its salt. */
export const fieldDigest = (field: SealedField, value: string | null, salt: string): string =>
	sha256([field, value, salt], 'base64url');

/** SHA-256 over the last entry's hash, what is in clear of this one, and its fields' digests. */
export const entryHash = (previous: string, entry: StoredEntry, digests: readonly string[]): string =>
	sha256([previous, entry.id, entry.at, entry.action, entry.channel, entry.requestId, ...digests], 'hex');

export function sealOf(previous: string, entry: StoredEntry): Seal {
	const salts = SEALED_FIELDS.map(newSalt);
	const digests = SEALED_FIELDS.map((field, i) => fieldDigest(field, entry[field], salts[i]!));
	return { entryId: entry.id, hash: entryHash(previous, entry, digests), digests, salts };
}

export interface Redaction {
	entryId: number;
	field: SealedField;
	digest: string;
}

/** SHA-256 over everything that one erasure put in place of what was there; it stands in the erasure's own entry. */
export const erasureDigest = (redactions: readonly Redaction[]): string =>
	sha256(
		redactions
			.map(({ entryId, field, digest }) => [entryId, field, digest] as const)
			.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)),
		'hex'
	);
