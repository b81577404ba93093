import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { NamedScope } from '#lib/contracts/scope.ts';
import { ROLES, type Role } from '#lib/contracts/terms.ts';
import type { Actor, Context } from '../../context.ts';
import { settings } from '../../db/schema/index.ts';
import { writeSetting } from '../../setting.ts';
import { parseInput } from '../parse-input.ts';
import { requireRight } from '../require-right.ts';
import { scopeField } from '../scope-field.ts';
import { SCOPE_FITS_ROLE } from '../scoped-roles.ts';

const KEY = 'access.oidc-groups';
const GroupRole = z
	.object({ group: z.string().trim().min(1).max(200), role: z.enum(ROLES), scope: scopeField })
	.refine(...SCOPE_FITS_ROLE);
const GroupRoles = z.array(GroupRole).max(200);

/** What the members of a group at the identity provider are here. */
export type GroupRole = z.output<typeof GroupRole>;

/** For domains: MAREA_OIDC_GROUPS (JSON) where it is set, else as kept in Settings. */
export async function groupRoles(
	{ db }: Context,
	env: NodeJS.ProcessEnv = process.env
): Promise<GroupRole[]> {
	if (env.MAREA_OIDC_GROUPS)
		return parseInput('Reading MAREA_OIDC_GROUPS', GroupRoles, JSON.parse(env.MAREA_OIDC_GROUPS));
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = GroupRoles.safeParse(row?.value);
	return stored.success ? stored.data : [];
}

/** Holds at the next sign-in of each person. */
export async function setGroupRoles(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof GroupRoles>
): Promise<{ before: GroupRole[] }> {
	requireRight(actor, 'users.manage');
	const value = parseInput('Mapping groups to roles', GroupRoles, input);
	const before = await groupRoles(ctx, {});
	await writeSetting(ctx, actor, { key: KEY, action: 'access.oidc-groups', before, after: value });
	return { before };
}

/** In this order: who is in several groups has the first of their roles. */
const RANK: readonly Role[] = ['admin', 'planner', 'supervisor', 'agent'];

/**
 * What somebody in these groups is: the highest role, and the parts of the centre of all groups that give it, the whole
 * where one of them has no part. Null: none of the groups is mapped.
 */
export function roleOf(
	mapping: readonly GroupRole[],
	groups: readonly string[]
): { role: Role; scope: NamedScope | null } | null {
	const own = mapping.filter(({ group }) => groups.includes(group));
	const role = RANK.find((one) => own.some((entry) => entry.role === one));
	if (!role) return null;
	const parts = own.filter((entry) => entry.role === role).map(({ scope }) => scope);
	if (parts.includes(null)) return { role, scope: null };
	const all = (of: keyof NamedScope) => [...new Set(parts.flatMap((part) => part![of]))];
	return { role, scope: { sites: all('sites'), teams: all('teams'), queues: all('queues') } };
}
