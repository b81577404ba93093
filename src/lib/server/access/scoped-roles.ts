import type { Role } from '#lib/contracts/terms.ts';

/** Who can be for a part of the centre: an administrator's rights are the whole centre's, an agent's are the own. */
export const SCOPED_ROLES: readonly Role[] = ['planner', 'supervisor'];
