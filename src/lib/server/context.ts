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
	/** The part of the centre that is seen and acted on; none: all of it. */
	scope?: Scope | null;
}

/** A part of the centre, by ids. What is led is seen as a whole; the rest only as far as what is led brings it along. */
export interface Scope {
	/** Names the part: readers of the same part share what is read for them. */
	key: string;
	/** Queues whose numbers are seen: those led, and those that the people of a named team serve. */
	queues: ReadonlySet<string>;
	/** Named, or of a named site: all of their contacts are seen. */
	ledQueues: ReadonlySet<string>;
	/** Agents seen at work: those led, and those who serve a named queue. */
	agents: ReadonlySet<string>;
	/** Of a named team or site: also their schedule, coaching and quality, and all contacts they handle. */
	ledAgents: ReadonlySet<string>;
}

export const SYSTEM: Actor = { id: 'system', role: 'system', agentId: null, rights: ['*'] };
