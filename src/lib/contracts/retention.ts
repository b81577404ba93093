/** Kinds of data whose keeping can be limited, and the fewest days that work still needs them. */
export const RETENTION_KINDS = {
	words: 7,
	contacts: 30,
	agent_states: 30,
	audit: 30,
	sessions: 1,
	notices: 7,
	deliveries: 7,
	alerts: 7,
	suggestions: 30,
	commands: 7,
	jobs: 1,
	predictions: 30,
	// Balances of this year and the last are counted from it.
	leave: 800,
	swaps: 30,
	offers: 30
} as const;
export type RetentionKind = keyof typeof RETENTION_KINDS;
export const RETENTION_NAMES = Object.keys(RETENTION_KINDS) as RetentionKind[];

export const MOST_RETENTION_DAYS = 36_500;

/** Days that each kind is kept; null = for ever. */
export type Retention = Record<RetentionKind, number | null>;

export interface PurgePreview {
	kind: RetentionKind;
	days: number | null;
	/** Milliseconds since 1970 UTC of the oldest that is kept; null = there is none. */
	oldestAt: number | null;
	/** Rows that the next purge would take, of contacts without their events; 0 where it is kept for ever. */
	rows: number;
}

export interface LastPurge {
	at: number;
	rows: Partial<Record<RetentionKind, number>>;
}
