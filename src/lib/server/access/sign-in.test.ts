import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../context.ts';
import { createUser } from './create-user.ts';
import { removeUser } from './remove-user.ts';
import { resetPassword } from './reset-password.ts';
import { sessionOf } from './session-of.ts';
import { SESSION_SECONDS } from './session-cookie.ts';
import { setRole } from './set-role.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { headersOf, openTestContext } from './testing.ts';

const EMAIL = 'marta@example.org';
const PASSWORD = 'correct horse';
const FROM = { address: '10.0.0.7' };

let test: Awaited<ReturnType<typeof openTestContext>>;
let userId: string;

beforeEach(async () => {
	test = await openTestContext();
	const made = await createUser(test.ctx, SYSTEM, {
		email: EMAIL,
		name: 'Marta',
		role: 'planner',
		password: PASSWORD
	});
	if (made.status !== 'created') throw new Error(made.status);
	userId = made.id;
});
afterEach(() => test.close());

describe('signIn()', () => {
	it('opens a session whose user has the rights of the role', async () => {
		const result = await signIn(test.ctx, { email: ' Marta@Example.org ', password: PASSWORD }, FROM);
		expect(result).toMatchObject({
			status: 'signed-in',
			user: { id: userId, email: EMAIL, name: 'Marta', role: 'planner', agentId: null },
			cookie: { maxAgeSeconds: SESSION_SECONDS }
		});
		const user = await sessionOf(test.ctx, await headersOf(test.ctx, EMAIL, PASSWORD));
		expect(user?.rights).toContain('roster.publish');
		expect(user?.rights).not.toContain('users.manage');
		expect(await test.audited()).toContain('user.sign-in');
	});

	it('answers a wrong password, an unknown address and nonsense alike', async () => {
		for (const input of [
			{ email: EMAIL, password: 'wrong horse' },
			{ email: 'nobody@example.org', password: PASSWORD },
			{ email: 'not an address', password: PASSWORD },
			{ email: EMAIL, password: '' },
			{ email: EMAIL, password: 'x'.repeat(100_000) }
		])
			expect(await signIn(test.ctx, input, { address: JSON.stringify(input).slice(0, 60) })).toEqual({
				status: 'refused'
			});
	});

	it('stops guesses at one account from one address, and allows another after a while', async () => {
		const guess = () => signIn(test.ctx, { email: EMAIL, password: 'wrong horse' }, FROM);
		for (let attempt = 0; attempt < 5; attempt++) expect(await guess()).toEqual({ status: 'refused' });
		const stopped = await guess();
		expect(stopped).toEqual({ status: 'too-many', retryAfterSeconds: 30 });
		expect(await signIn(test.ctx, { email: EMAIL.toUpperCase(), password: PASSWORD }, FROM)).toEqual(stopped);
		expect(
			await signIn(test.ctx, { email: EMAIL, password: PASSWORD }, { address: '10.0.0.8' })
		).toMatchObject({ status: 'signed-in' });
		test.clock.at += 30_000;
		expect(await signIn(test.ctx, { email: EMAIL, password: PASSWORD }, FROM)).toMatchObject({
			status: 'signed-in'
		});
	});

	it('does not count right passwords', async () => {
		for (let attempt = 0; attempt < 8; attempt++)
			expect((await signIn(test.ctx, { email: EMAIL, password: PASSWORD }, FROM)).status).toBe('signed-in');
	});
});

describe('sessionOf()', () => {
	it('is null without a cookie and with a forged one', async () => {
		expect(await sessionOf(test.ctx, new Headers())).toBeNull();
		const cookie = (await headersOf(test.ctx, EMAIL, PASSWORD)).get('cookie')!;
		expect(await sessionOf(test.ctx, new Headers({ cookie }))).not.toBeNull();
		const forged = cookie.replace(/=./, (start) => (start === '=a' ? '=b' : '=a'));
		expect(forged).not.toBe(cookie);
		expect(await sessionOf(test.ctx, new Headers({ cookie: forged }))).toBeNull();
	});

	it('is null once the session has expired', async () => {
		const headers = await headersOf(test.ctx, EMAIL, PASSWORD);
		test.clock.at += (SESSION_SECONDS - 60) * 1000;
		expect(await sessionOf(test.ctx, headers)).not.toBeNull();
		test.clock.at += 120_000;
		expect(await sessionOf(test.ctx, headers)).toBeNull();
	});

	it('is null after sign-out, which ends that session only', async () => {
		const [first, second] = [
			await headersOf(test.ctx, EMAIL, PASSWORD),
			await headersOf(test.ctx, EMAIL, PASSWORD)
		];
		await signOut(test.ctx, first);
		expect(await sessionOf(test.ctx, first)).toBeNull();
		expect(await sessionOf(test.ctx, second)).not.toBeNull();
		expect(await test.audited()).toContain('user.sign-out');
	});

	it('is null after the password was reset, and only the new password signs in', async () => {
		const headers = await headersOf(test.ctx, EMAIL, PASSWORD);
		expect(await resetPassword(test.ctx, SYSTEM, { userId, password: 'another horse' })).toEqual({
			status: 'reset'
		});
		expect(await sessionOf(test.ctx, headers)).toBeNull();
		expect(await signIn(test.ctx, { email: EMAIL, password: PASSWORD }, FROM)).toEqual({ status: 'refused' });
		expect(await sessionOf(test.ctx, await headersOf(test.ctx, EMAIL, 'another horse'))).not.toBeNull();
	});

	it('is null after the user was removed', async () => {
		const headers = await headersOf(test.ctx, EMAIL, PASSWORD);
		await removeUser(test.ctx, SYSTEM, { userId });
		expect(await sessionOf(test.ctx, headers)).toBeNull();
	});

	it('has a changed role at once', async () => {
		const headers = await headersOf(test.ctx, EMAIL, PASSWORD);
		await setRole(test.ctx, SYSTEM, { userId, role: 'agent' });
		expect((await sessionOf(test.ctx, headers))?.rights).toEqual([
			'schedule.own',
			'coaching.own',
			'quality.own'
		]);
	});
});
