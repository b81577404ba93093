import type { Right } from '#lib/contracts/rights.ts';
import type { Actor } from '../context.ts';

/** Whether the actor has the right; `*` is the system's. */
export function can(actor: Pick<Actor, 'rights'> | null, right: Right): boolean {
	return actor !== null && (actor.rights.includes('*') || actor.rights.includes(right));
}
