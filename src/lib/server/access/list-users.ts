import { asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { NamedScope } from '#lib/contracts/scope.ts';
import type { Role } from '#lib/contracts/terms.ts';
import type { Actor, Context } from '../context.ts';
import { accounts, secondFactors, sessions, users } from '../db/schema/index.ts';
import { requireRight } from './require-right.ts';

export interface UserRow {
	id: string;
	email: string;
	name: string;
	role: Role;
	agentId: string | null;
	/** The part of the centre; null = all of it. */
	scope: NamedScope | null;
	isDemo: boolean;
	createdAt: number;
	hasSecondFactor: boolean;
	/** Signs in with a password here; else by the identity provider. */
	isLocal: boolean;
	/** Open ones. */
	sessions: number;
}

export async function listUsers(ctx: Context, actor: Actor): Promise<UserRow[]> {
	requireRight(actor, 'users.manage');
	const { orm } = ctx.db;
	const { id, email, name, role, agentId, scope, isDemo, createdAt } = users;
	const [rows, factors, local, open] = await Promise.all([
		orm
			.select({ id, email, name, role, agentId, scope, isDemo, createdAt })
			.from(users)
			.orderBy(asc(name), asc(email)),
		orm
			.select({ userId: secondFactors.userId })
			.from(secondFactors)
			.where(isNotNull(secondFactors.confirmedAt)),
		orm.select({ userId: accounts.userId }).from(accounts).where(eq(accounts.providerId, 'credential')),
		orm
			.select({ userId: sessions.userId, n: sql<number>`count(*)` })
			.from(sessions)
			.where(gt(sessions.expiresAt, new Date(ctx.now())))
			.groupBy(sessions.userId)
	]);
	const withFactor = new Set(factors.map(({ userId }) => userId));
	const withPassword = new Set(local.map(({ userId }) => userId));
	const sessionsOf = new Map(open.map(({ userId, n }) => [userId, n]));
	return rows.map((row) => ({
		...row,
		createdAt: row.createdAt.getTime(),
		hasSecondFactor: withFactor.has(row.id),
		isLocal: withPassword.has(row.id),
		sessions: sessionsOf.get(row.id) ?? 0
	}));
}
