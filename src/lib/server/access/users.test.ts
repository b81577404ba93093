import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM, type Actor } from '../context.ts';
import { agents, sites, users } from '../db/schema/index.ts';
import { createFirstAdmin } from './create-first-admin.ts';
import { createUser } from './create-user.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts';
import { ensureDemoAccounts } from './ensure-demo-accounts.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { hasAnyUser } from './has-any-user.ts';
import { InvalidInputError } from './invalid-input-error.ts';
import { listUsers } from './list-users.ts';
import { removeDemoAccounts } from './remove-demo-accounts.ts';
import { removeUser } from './remove-user.ts';
import { resetPassword } from './reset-password.ts';
import { setRole } from './set-role.ts';
import { actorWithRole, headersOf, openTestContext } from './testing.ts';
import { sessionOf } from './session-of.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
});
afterEach(() => test.close());

const person = (email: string, role: 'admin' | 'planner' | 'agent' = 'planner') => ({
	email,
	name: email.split('@')[0]!,
	role,
	password: 'correct horse'
});

async function add(email: string, role: 'admin' | 'planner' | 'agent' = 'planner'): Promise<string> {
	const made = await createUser(test.ctx, SYSTEM, person(email, role));
	if (made.status !== 'created') throw new Error(made.status);
	return made.id;
}

async function addAgent(id: string) {
	const at = test.ctx.now();
	await test.ctx.db.orm
		.insert(sites)
		.values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: at })
		.onConflictDoNothing();
	await test.ctx.db.orm.insert(agents).values({ id, siteId: 'main', name: id, createdAt: at });
}

describe('writes on users', () => {
	const withoutRight: Actor[] = [
		actorWithRole('planner'),
		actorWithRole('supervisor'),
		actorWithRole('agent'),
		{ id: 'key:1', role: 'key', agentId: null, rights: ['events.ingest'] }
	];

	it.each(withoutRight)('are refused for $id, and nothing changes', async (actor) => {
		const userId = await add('marta@example.org', 'admin');
		await add('other@example.org', 'admin');
		const before = await test.ctx.db.orm.select().from(users);
		const audited = await test.audited();
		for (const write of [
			() => createUser(test.ctx, actor, person('new@example.org')),
			() => resetPassword(test.ctx, actor, { userId, password: 'another horse' }),
			() => setRole(test.ctx, actor, { userId, role: 'agent' }),
			() => removeUser(test.ctx, actor, { userId }),
			() => listUsers(test.ctx, actor)
		])
			await expect(write()).rejects.toThrow(new ForbiddenError('users.manage'));
		expect(await test.ctx.db.orm.select().from(users)).toEqual(before);
		expect(await test.audited()).toEqual(audited);
	});

	it('are open to an administrator and leave an audit row each', async () => {
		const admin = actorWithRole('admin');
		const made = await createUser(test.ctx, admin, person('marta@example.org'));
		const userId = made.status === 'created' ? made.id : '';
		await setRole(test.ctx, admin, { userId, role: 'supervisor' });
		await resetPassword(test.ctx, admin, { userId, password: 'another horse' });
		await removeUser(test.ctx, admin, { userId });
		expect(await test.audited()).toEqual([
			'user.create',
			'user.set-role',
			'user.reset-password',
			'user.remove'
		]);
	});
});

describe('createUser()', () => {
	it('keeps addresses in lower case and one account an address', async () => {
		await add('Marta@Example.org');
		expect(await createUser(test.ctx, SYSTEM, person('marta@example.ORG'))).toEqual({
			status: 'email-taken'
		});
		expect((await listUsers(test.ctx, SYSTEM)).map((user) => user.email)).toEqual(['marta@example.org']);
		expect(await test.audited()).toEqual(['user.create']);
	});

	it('refuses a short password, a bad address and an unknown role without quoting the password', async () => {
		const short = createUser(test.ctx, SYSTEM, { ...person('a@example.org'), password: 'short-one' });
		await expect(short).rejects.toThrow('password: wanted at least 10 characters');
		await expect(short).rejects.not.toThrow('short-one');
		await expect(createUser(test.ctx, SYSTEM, person('no address'))).rejects.toThrow(InvalidInputError);
		const role = 'owner' as 'admin';
		await expect(createUser(test.ctx, SYSTEM, person('a@example.org', role))).rejects.toThrow(
			'wanted one of'
		);
		expect(await hasAnyUser(test.ctx)).toBe(false);
	});

	it('ties a user to an agent that exists', async () => {
		await addAgent('ana');
		const tied = (agentId: string) => ({ ...person(`${agentId}@example.org`, 'agent'), agentId });
		expect(await createUser(test.ctx, SYSTEM, tied('nobody'))).toEqual({ status: 'unknown-agent' });
		expect(await createUser(test.ctx, SYSTEM, tied('ana'))).toMatchObject({ status: 'created' });
		const user = await sessionOf(test.ctx, await headersOf(test.ctx, 'ana@example.org', 'correct horse'));
		expect(user?.agentId).toBe('ana');
	});
});

describe('the last administrator', () => {
	it('can neither be removed nor given another role, and nothing is audited', async () => {
		const userId = await add('admin@example.org', 'admin');
		await add('marta@example.org');
		expect(await removeUser(test.ctx, SYSTEM, { userId })).toEqual({ status: 'last-admin' });
		expect(await setRole(test.ctx, SYSTEM, { userId, role: 'planner' })).toEqual({ status: 'last-admin' });
		expect(await setRole(test.ctx, SYSTEM, { userId, role: 'admin' })).toEqual({ status: 'changed' });
		expect(await test.audited()).toEqual(['user.create', 'user.create', 'user.set-role']);
	});

	it('can go once there is another', async () => {
		const userId = await add('admin@example.org', 'admin');
		await add('second@example.org', 'admin');
		expect(await removeUser(test.ctx, SYSTEM, { userId })).toEqual({ status: 'removed' });
		expect(await removeUser(test.ctx, SYSTEM, { userId })).toEqual({ status: 'unknown-user' });
	});
});

describe('createFirstAdmin()', () => {
	const firstRun = {
		siteName: 'Valencia',
		timeZone: 'Europe/Madrid',
		name: 'Ada',
		email: 'ada@example.org',
		password: 'correct horse'
	};

	it('makes an administrator who can sign in, and names the site', async () => {
		expect(await hasAnyUser(test.ctx)).toBe(false);
		expect(await createFirstAdmin(test.ctx, firstRun)).toMatchObject({ status: 'created' });
		expect(await hasAnyUser(test.ctx)).toBe(true);
		const user = await sessionOf(test.ctx, await headersOf(test.ctx, firstRun.email, firstRun.password));
		expect(user).toMatchObject({ role: 'admin', name: 'Ada' });
		const [site] = await test.ctx.db.orm.select().from(sites).where(eq(sites.id, 'main'));
		expect(site).toMatchObject({ name: 'Valencia', timeZone: 'Europe/Madrid', isDemo: false });
	});

	it('does nothing while any user exists', async () => {
		await add('marta@example.org');
		expect(await createFirstAdmin(test.ctx, firstRun)).toEqual({ status: 'already-set-up' });
		expect(await listUsers(test.ctx, SYSTEM)).toHaveLength(1);
		expect(await test.ctx.db.orm.select().from(sites)).toEqual([]);
		expect(await test.audited()).toEqual(['user.create']);
	});

	it('lets one of two at once win', async () => {
		const results = await Promise.all([
			createFirstAdmin(test.ctx, firstRun),
			createFirstAdmin(test.ctx, { ...firstRun, email: 'eva@example.org' })
		]);
		expect(results.map((result) => result.status).sort()).toEqual(['already-set-up', 'created']);
	});

	it('wants a time zone that exists', async () => {
		for (const timeZone of ['Mars/Olympus', '', '+02:00'])
			await expect(createFirstAdmin(test.ctx, { ...firstRun, timeZone })).rejects.toThrow('timeZone');
		expect(await createFirstAdmin(test.ctx, { ...firstRun, timeZone: 'UTC' })).toMatchObject({
			status: 'created'
		});
	});
});

describe('ensureDemoAccounts()', () => {
	it('makes the four accounts once, and ties the agent', async () => {
		await addAgent('ana');
		await addAgent('ben');
		await ensureDemoAccounts(test.ctx, { agentId: 'ana' });
		await ensureDemoAccounts(test.ctx, { agentId: 'ben' });
		const all = await listUsers(test.ctx, SYSTEM);
		expect(all.map((user) => user.email).sort()).toEqual(DEMO_ACCOUNTS.map((one) => one.email).sort());
		expect(all.every((user) => user.isDemo)).toBe(true);
		for (const { email, role } of DEMO_ACCOUNTS) {
			const user = await sessionOf(test.ctx, await headersOf(test.ctx, email, DEMO_PASSWORD));
			expect(user).toMatchObject({ role, agentId: role === 'agent' ? 'ben' : null });
		}
	});

	it('is undone by removeDemoAccounts(), which leaves real users and ends demo sessions', async () => {
		await ensureDemoAccounts(test.ctx, { agentId: null });
		await add('marta@example.org');
		const headers = await headersOf(test.ctx, 'admin@demo.marea', DEMO_PASSWORD);
		expect(await removeDemoAccounts(test.ctx)).toBe(4);
		expect(await removeDemoAccounts(test.ctx)).toBe(0);
		expect(await sessionOf(test.ctx, headers)).toBeNull();
		expect((await listUsers(test.ctx, SYSTEM)).map((user) => user.email)).toEqual(['marta@example.org']);
	});
});
