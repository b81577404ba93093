import type { RetentionKind } from '#lib/contracts/retention.ts';

/** Rows in one transaction: each takes a few milliseconds, and ingest has its turn in between. */
export const ROWS_PER_STEP = 500;

interface PurgedTable {
	table: string;
	/** When a row is from. */
	at: string;
	/** Of the old rows those that may go. */
	may: string;
	key: string;
}

/** Kinds that are whole tables. Contacts, words, agents' states and the audit have steps of their own. */
export const PURGED_TABLES: Partial<Record<RetentionKind, PurgedTable>> = {
	sessions: { table: 'sessions', at: 'expires_at', may: 'true', key: 'id' },
	notices: { table: 'notices', at: 'told_at', may: 'true', key: 'id' },
	deliveries: { table: 'deliveries', at: 'created_at', may: `state IN ('sent', 'failed')`, key: 'id' },
	alerts: { table: 'alerts', at: 'closed_at', may: 'closed_at IS NOT NULL', key: 'id' },
	suggestions: { table: 'suggestions', at: 'made_at', may: `state <> 'open'`, key: 'id' },
	commands: { table: 'commands', at: 'requested_at', may: `state <> 'requested'`, key: 'id' },
	jobs: { table: 'jobs', at: 'created_at', may: `state NOT IN ('queued', 'running')`, key: 'id' },
	// A plan stands on its forecast, and what was published is what people worked by.
	predictions: {
		table: 'forecasts',
		at: 'created_at',
		may: `published_at IS NULL AND id NOT IN (SELECT forecast_id FROM staffing_plans)`,
		key: 'id'
	},
	leave: { table: 'leave_requests', at: 'to_at', may: 'true', key: 'id' },
	swaps: { table: 'swap_offers', at: 'start_at', may: `state NOT IN ('open', 'accepted')`, key: 'id' },
	// With what people answered; the changes of the schedule that came of it stay.
	offers: { table: 'offers', at: 'to_at', may: 'true', key: 'id' }
};
