import type { NamedScope } from '#lib/contracts/scope.ts';
import type { Role } from '#lib/contracts/terms.ts';

/** Who can be for a part of the centre: an administrator's rights are the whole centre's, an agent's are the own. */
export const SCOPED_ROLES: readonly Role[] = ['planner', 'supervisor'];

/** For refine(): a part of the centre only for a role that can have one. */
export const SCOPE_FITS_ROLE: [
	(input: { role: Role; scope: NamedScope | null }) => boolean,
	{ path: string[]; error: string }
] = [
	({ role, scope }) => scope === null || SCOPED_ROLES.includes(role),
	{ path: ['scope'], error: 'only planners and supervisors are for a part of the centre' }
];
