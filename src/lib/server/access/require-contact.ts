import type { Right } from '#lib/contracts/rights.ts';
import type { Actor, Context } from '../context.ts';
import { seenContacts } from './contact-scope.ts';
import { OutOfScopeError } from './out-of-scope-error.ts';
import { requireRight } from './require-right.ts';
import { scopeOf } from './sees.ts';

/**
 * The right, and that the contact is one that the actor sees.
 *
 * @throws ForbiddenError, OutOfScopeError
 */
export async function requireContact(
	ctx: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	right: Right,
	contactId: string
): Promise<void> {
	requireRight(actor, right);
	if (scopeOf(actor) && !(await seenContacts(ctx, actor, [contactId])).has(contactId))
		throw new OutOfScopeError(right, 'contact', contactId);
}
