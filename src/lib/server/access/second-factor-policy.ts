import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { ROLES, type Role } from '#lib/contracts/terms.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';
import { writeSetting } from '../setting.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';

const KEY = 'access.second-factor';
const Policy = z.object({ roles: z.array(z.enum(ROLES)).max(ROLES.length) });

/** The roles whose local accounts need a second factor. For domains: it is no secret. */
export async function secondFactorRoles({ db }: Context): Promise<Role[]> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = Policy.safeParse(row?.value);
	return stored.success ? stored.data.roles : [];
}

/** Who has none yet may do nothing but set one up, from the next request on. */
export async function setSecondFactorRoles(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof Policy>
): Promise<{ before: Role[] }> {
	requireRight(actor, 'users.manage');
	const value = parseInput('Requiring a second factor', Policy, input);
	const before = await secondFactorRoles(ctx);
	await writeSetting(ctx, actor, {
		key: KEY,
		action: 'access.second-factor-roles',
		before: { roles: before },
		after: value
	});
	return { before };
}
