import { error } from '@sveltejs/kit';
import type { Right } from '#lib/contracts/rights.ts';
import { can } from '#lib/server/access/index.ts';
import type { Actor } from '#lib/server/context.ts';

/** Who acts on this page; for anyone without the right the page answers 403. */
export function requireActor(locals: App.Locals, right: Right): Actor {
	if (!locals.actor || !can(locals.actor, right)) error(403, `This page needs the right "${right}".`);
	return locals.actor;
}
