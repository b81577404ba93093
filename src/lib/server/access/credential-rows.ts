import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { NamedScope } from '#lib/contracts/scope.ts';
import type { Role } from '#lib/contracts/terms.ts';
import type { Context } from '../context.ts';

interface NewAccount {
	email: string;
	name: string;
	role: Role;
	password: string;
	agentId: string | null;
	scope?: NamedScope | null;
	isDemo: boolean;
}

/** The two rows of a local account, as better-auth reads them. */
export async function credentialRows(ctx: Context, { password, ...person }: NewAccount) {
	const id = randomUUID();
	const at = new Date(ctx.now());
	const dates = { createdAt: at, updatedAt: at };
	return {
		user: { id, emailVerified: true, image: null, ...person, ...dates },
		account: {
			id: randomUUID(),
			accountId: id,
			providerId: 'credential',
			userId: id,
			password: await hashPassword(password),
			...dates
		}
	};
}
