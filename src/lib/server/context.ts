import type { Role } from '#lib/contracts/terms.ts';
import type { Database } from './db/open-database.ts';

/** What every domain verb is given: the database and the time. */
export interface Context {
	db: Database;
	/** Milliseconds since 1970 UTC. */
	now: () => number;
}

/** Who acts: a signed-in user, an API key or the system itself. */
export interface Actor {
	/** `user:ID`, `key:ID` or `system`. */
	id: string;
	role: Role | 'system' | 'key';
	/** The agent whose own data this user may see. */
	agentId: string | null;
	rights: readonly string[];
}

export const SYSTEM: Actor = { id: 'system', role: 'system', agentId: null, rights: ['*'] };
