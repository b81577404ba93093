import { can, ForbiddenError, ownAgentOf, requireRight } from '../access/index.ts';
import type { Actor } from '../context.ts';

/**
 * Whose coaching is asked for: the actor's own unless another is named, and that only for who may see everybody's.
 * Null: the actor is no agent.
 *
 * @throws ForbiddenError for another agent's without the right
 */
export function agentToRead(actor: Actor | null, agentId?: string | null): string | null {
	if (can(actor, 'coaching.view')) {
		const asked = agentId ?? actor!.agentId;
		if (asked !== actor!.agentId) requireRight(actor, 'coaching.view', { person: asked });
		return asked;
	}
	requireRight(actor, 'coaching.own');
	const own = actor!.agentId;
	if (agentId !== undefined && agentId !== null && agentId !== own) throw new ForbiddenError('coaching.view');
	return own;
}

/** The agent that the actor is, for what only that agent may do. @throws ForbiddenError when it is none */
export const ownAgent = (actor: Actor | null): string => ownAgentOf(actor, 'coaching.own');
