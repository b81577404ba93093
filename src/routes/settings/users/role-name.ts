import type { Role } from '#lib/contracts/terms.ts';
import { m } from '#lib/paraglide/messages.js';

const NAMES: Record<Role, () => string> = {
	admin: m.role_admin,
	planner: m.role_planner,
	supervisor: m.role_supervisor,
	agent: m.role_agent
};

export const roleName = (role: Role): string => NAMES[role]();
