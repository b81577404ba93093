import type { Context } from '../context.ts';
import type { Database } from '../db/open-database.ts';
import { createAuth, type Auth } from './create-auth.ts';

const auths = new WeakMap<Database, Promise<Auth>>();

/** The one auth of a database; a failed start is tried again by the next caller. */
export function authOf(ctx: Context): Promise<Auth> {
	const known = auths.get(ctx.db);
	if (known) return known;
	const made = createAuth(ctx);
	auths.set(ctx.db, made);
	made.catch(() => auths.delete(ctx.db));
	return made;
}
