import type { Right } from '#lib/contracts/rights.ts';
import type { Actor } from '../context.ts';
import { can } from './can.ts';
import { ForbiddenError } from './forbidden-error.ts';

/** @throws ForbiddenError when there is no actor or it lacks the right */
export function requireRight(actor: Pick<Actor, 'rights'> | null, right: Right): void {
	if (!can(actor, right)) throw new ForbiddenError(right);
}
