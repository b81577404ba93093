import { RIGHTS_OF_ROLE } from '#lib/contracts/rights.ts';
import type { Role } from '#lib/contracts/terms.ts';
import type { SessionUser } from './session-user.ts';

interface Row {
	id: string;
	email: string;
	name: string;
	role: string;
	agentId?: string | null;
}

/** The rights come from the role at each request, so that a changed role holds at once. */
export function sessionUserOf({ id, email, name, role, agentId }: Row): SessionUser {
	return {
		id,
		email,
		name,
		role: role as Role,
		agentId: agentId ?? null,
		rights: RIGHTS_OF_ROLE[role as Role] ?? []
	};
}
