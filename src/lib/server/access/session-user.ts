import type { Right } from '#lib/contracts/rights.ts';
import type { Role } from '#lib/contracts/terms.ts';

/** The signed-in person, as pages and sockets see them. */
export interface SessionUser {
	id: string;
	email: string;
	name: string;
	role: Role;
	agentId: string | null;
	rights: readonly Right[];
}
