import { getTableColumns, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { accounts, sites, users } from '../db/schema/index.ts';
import { credentialRows } from './credential-rows.ts';
import { firstRun } from './first-run.ts';
import { isConstraintFailure } from './is-constraint-failure.ts';
import { parseInput } from './parse-input.ts';

/** Makes the first administrator and names the site; open to anyone as long as no user exists, and only then. */
export async function createFirstAdmin(
	ctx: Context,
	input: z.input<typeof firstRun>
): Promise<{ status: 'created'; id: string } | { status: 'already-set-up' }> {
	const { siteName, timeZone, name, email, password } = parseInput('Setting up', firstRun, input);
	const { user, account } = await credentialRows(ctx, {
		name,
		email,
		password,
		role: 'admin',
		agentId: null,
		isDemo: false
	});
	const { orm } = ctx.db;
	const site = { name: siteName, timeZone, isDemo: false };
	try {
		await orm.batch([
			insertIfFirst(ctx, user),
			// Without the row above its user is missing, and the whole batch is undone.
			orm.insert(accounts).values(account),
			orm
				.insert(sites)
				.values({ id: 'main', ...site, createdAt: ctx.now() })
				.onConflictDoUpdate({ target: sites.id, set: site }),
			recordAudit(
				ctx,
				{ id: `user:${user.id}` },
				{
					action: 'user.create-first-admin',
					subject: `user:${user.id}`,
					after: { email, name, siteName, timeZone }
				}
			)
		]);
	} catch (error) {
		if (isConstraintFailure(error, 'FOREIGN KEY constraint failed')) return { status: 'already-set-up' };
		throw error;
	}
	return { status: 'created', id: user.id };
}

/** One statement decides who is first, even between two processes. */
function insertIfFirst(ctx: Context, user: typeof users.$inferInsert) {
	const values = Object.entries(getTableColumns(users)).map(([key, column]) =>
		sql.param(user[key as keyof typeof user] ?? null, column)
	);
	return ctx.db.orm
		.insert(users)
		.select(sql`select ${sql.join(values, sql`, `)} where not exists (select 1 from users)`);
}
