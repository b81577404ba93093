import type { Right } from '#lib/contracts/rights.ts';
import type { Actor } from '../context.ts';
import { can } from './can.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { OutOfScopeError } from './out-of-scope-error.ts';
import { leadsAgent, scopeOf, seesAgent, seesQueue } from './sees.ts';

/** What a verb is about; each that is given must lie within the actor's part of the centre. */
export interface Subject {
	queue?: string | null;
	/** Somebody at work on the floor. */
	agent?: string | null;
	/** Somebody as a person: schedule, coaching, quality. */
	person?: string | null;
	/** It is about the whole centre, and cannot be told of a part. */
	whole?: boolean;
}

/**
 * @throws ForbiddenError when there is no actor or it lacks the right
 * @throws OutOfScopeError when the right does not reach what it is about
 */
export function requireRight(
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	right: Right,
	{ queue, agent, person, whole = false }: Subject = {}
): void {
	if (!can(actor, right)) throw new ForbiddenError(right);
	if (whole && scopeOf(actor)) throw new OutOfScopeError(right);
	if (queue != null && !seesQueue(actor, queue)) throw new OutOfScopeError(right, 'queue', queue);
	if (agent != null && !seesAgent(actor, agent)) throw new OutOfScopeError(right, 'agent', agent);
	if (person != null && !leadsAgent(actor, person)) throw new OutOfScopeError(right, 'agent', person);
}
