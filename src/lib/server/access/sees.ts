import type { Actor, Scope } from '../context.ts';

type Who = Pick<Actor, 'scope'> | null;

/** The part of the centre that the actor is for; null = all of it. Rights are asked for apart. */
export const scopeOf = (actor: Who): Scope | null => actor?.scope ?? null;

export const seesQueue = (actor: Who, id: string): boolean => scopeOf(actor)?.queues.has(id) ?? true;
export const seesAgent = (actor: Who, id: string): boolean => scopeOf(actor)?.agents.has(id) ?? true;
export const leadsAgent = (actor: Who, id: string): boolean => scopeOf(actor)?.ledAgents.has(id) ?? true;

/** Where a contact is and has been. */
export interface ContactPlaces {
	/** Of its stays and of the bot that speaks for a queue. */
	queues: readonly string[];
	/** Who has handled it. */
	agents: readonly string[];
}

/**
 * A contact is seen where one of its queues or agents is led; in a queue that is only seen, while nobody has handled it.
 * contactScope() says the same in SQL.
 */
export function seesContact(actor: Who, { queues, agents }: ContactPlaces): boolean {
	const scope = scopeOf(actor);
	return (
		scope === null ||
		queues.some((id) => scope.ledQueues.has(id)) ||
		agents.some((id) => scope.ledAgents.has(id)) ||
		(agents.length === 0 && queues.some((id) => scope.queues.has(id)))
	);
}
