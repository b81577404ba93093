import type { Right } from '#lib/contracts/rights.ts';
import type { Actor } from '../context.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { requireRight } from './require-right.ts';

/** The agent that the actor is, for what only that agent may do. @throws ForbiddenError when it is none */
export function ownAgentOf(actor: Actor | null, right: Right): string {
	requireRight(actor, right);
	if (actor!.agentId === null) throw new ForbiddenError(right);
	return actor!.agentId;
}
