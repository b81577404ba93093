import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { NamedScope } from '#lib/contracts/scope.ts';
import type { Role } from '#lib/contracts/terms.ts';
import { recordAudit, recordAuditIfChanged } from '../../audit/index.ts';
import { SYSTEM, type Context } from '../../context.ts';
import { accounts, agents, users } from '../../db/schema/index.ts';
import { isConstraintFailure } from '../is-constraint-failure.ts';
import { notTheLastAdmin } from '../not-the-last-admin.ts';
import { endSessions } from '../sessions.ts';

export interface OidcSubject {
	issuer: string;
	sub: string;
}

export interface OidcPerson {
	email: string;
	name: string;
	role: Role;
	scope: NamedScope | null;
	/** Null = of no agent; left out: the provider does not say. */
	agentId?: string | null;
}

const PROVIDER = 'oidc';
const accountId = ({ issuer, sub }: OidcSubject): string => `${issuer}|${sub}`;

async function findUser({ db }: Context, subject: OidcSubject) {
	const [row] = await db.orm
		.select({ user: users })
		.from(users)
		.innerJoin(accounts, eq(accounts.userId, users.id))
		.where(and(eq(accounts.providerId, PROVIDER), eq(accounts.accountId, accountId(subject))));
	return row?.user ?? null;
}

/** Makes the account at the first sign-in, and has it follow what the provider says at each later one. */
export async function keepOidcUser(
	ctx: Context,
	subject: OidcSubject,
	{ agentId: told, ...person }: OidcPerson
): Promise<{ status: 'kept'; user: typeof users.$inferSelect } | { status: 'email-taken' }> {
	const { orm } = ctx.db;
	const known = await findUser(ctx, subject);
	const [agent] = told == null ? [] : await orm.select().from(agents).where(eq(agents.id, told));
	const at = new Date(ctx.now());
	const values = { ...person, ...(told === undefined ? {} : { agentId: agent?.id ?? null }) };
	try {
		if (!known) {
			const user = { id: randomUUID(), emailVerified: true, ...values, createdAt: at, updatedAt: at };
			await orm.batch([
				orm.insert(users).values(user),
				orm.insert(accounts).values({
					id: randomUUID(),
					accountId: accountId(subject),
					providerId: PROVIDER,
					userId: user.id,
					createdAt: at,
					updatedAt: at
				}),
				recordAudit(ctx, SYSTEM, {
					action: 'user.create-oidc',
					subject: `user:${user.id}`,
					after: { ...values, ...subject }
				})
			]);
		} else if (isOther(known, values))
			await orm.batch([
				// The last administrator stays one: the centre would be nobody's.
				orm
					.update(users)
					.set({ ...values, updatedAt: at })
					.where(
						values.role === 'admin' ? eq(users.id, known.id) : and(eq(users.id, known.id), notTheLastAdmin)
					),
				recordAuditIfChanged(ctx, SYSTEM, {
					action: 'user.follow-oidc',
					subject: `user:${known.id}`,
					before: { email: known.email, role: known.role, scope: known.scope, agentId: known.agentId },
					after: values
				})
			]);
	} catch (error) {
		if (isConstraintFailure(error, 'UNIQUE constraint failed: users.email')) return { status: 'email-taken' };
		throw error;
	}
	return { status: 'kept', user: (await findUser(ctx, subject))! };
}

const isOther = (before: typeof users.$inferSelect, now: Partial<typeof users.$inferSelect>): boolean =>
	(Object.keys(now) as (keyof typeof now)[]).some(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(now[key])
	);

/** Who has no role any more is signed out everywhere. */
export async function endOidcUser(ctx: Context, subject: OidcSubject): Promise<void> {
	const user = await findUser(ctx, subject);
	if (user) await endSessions(ctx, SYSTEM, { userId: user.id });
}
