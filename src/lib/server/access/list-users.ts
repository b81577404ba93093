import { asc } from 'drizzle-orm';
import type { Role } from '#lib/contracts/terms.ts';
import type { Actor, Context } from '../context.ts';
import { users } from '../db/schema/index.ts';
import { requireRight } from './require-right.ts';

export interface UserRow {
	id: string;
	email: string;
	name: string;
	role: Role;
	agentId: string | null;
	isDemo: boolean;
	createdAt: number;
}

export async function listUsers(ctx: Context, actor: Actor): Promise<UserRow[]> {
	requireRight(actor, 'users.manage');
	const { id, email, name, role, agentId, isDemo, createdAt } = users;
	const rows = await ctx.db.orm
		.select({ id, email, name, role, agentId, isDemo, createdAt })
		.from(users)
		.orderBy(asc(name), asc(email));
	return rows.map((row) => ({ ...row, createdAt: row.createdAt.getTime() }));
}
