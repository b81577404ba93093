/** Through which door a write came. */
export const AUDIT_CHANNELS = ['page', 'api', 'cli', 'system'] as const;
export type AuditChannel = (typeof AUDIT_CHANNELS)[number];

/** One entry of the audit, as its readers see it. */
export interface AuditRow {
	id: number;
	at: number;
	/** `user:ID`, `key:ID` or `system`. */
	actor: string;
	/** The person's or key's name, while it is known. */
	actorName: string | null;
	/** `noun.verb`. */
	action: string;
	/** `noun:ID`. */
	subject: string;
	before: unknown;
	after: unknown;
	reason: string | null;
	address: string | null;
	channel: AuditChannel | null;
	requestId: string | null;
	/** Head of the chain up to this entry; null = not sealed yet. */
	hash: string | null;
	/** Fields whose words were erased since. */
	erased: string[];
}

/** The end of the chain: who keeps it elsewhere can show later that nothing up to it was changed. */
export interface AuditHead {
	id: number;
	hash: string;
}

export interface AuditCheck {
	/** Entries that were held against their seals. */
	entries: number;
	/** Written a moment ago and not sealed yet. */
	unsealed: number;
	/** Null = nothing has been sealed. */
	head: AuditHead | null;
	/** Entries up to here are gone by the retention that is set; null = all are there. */
	purgedTo: number | null;
	/** Fields whose words were erased, each accounted for by an entry of the chain. */
	erasedFields: number;
	/** The first entry that is not as it was sealed, and what is wrong with it. */
	broken: { id: number; problem: string } | null;
}
