import type { Right } from '#lib/contracts/rights.ts';
import type { NamedScope } from '#lib/contracts/scope.ts';
import type { Role } from '#lib/contracts/terms.ts';
import type { Scope } from '../context.ts';

/** The signed-in person, as pages and sockets see them. */
export interface SessionUser {
	id: string;
	email: string;
	name: string;
	role: Role;
	agentId: string | null;
	rights: readonly Right[];
	/** The part of the centre that the account is for, as it is named and as ids; null = all of it. */
	named: NamedScope | null;
	scope: Scope | null;
	sessionId: string | null;
	/** The role asks for a second factor and there is none: until then the account has no rights. */
	mustEnrol: boolean;
}
