import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../context.ts';
import { signInTokens } from '../db/schema/index.ts';
import { changePassword } from './change-password.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { listenSessionEnds } from './session-ends.ts';
import { removeUser } from './remove-user.ts';
import { sessionOf } from './session-of.ts';
import { endSessions, listUserSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { actorWithRole } from './testing.ts';
import { EMAIL, PASSWORD, test, userId, marta, add, attempt, from, useAccount } from './testing-account.ts';

useAccount();

describe('sessions', () => {
	const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
	const open = async (n: number) => {
		const result = await signIn(
			test.ctx,
			{ email: EMAIL, password: PASSWORD },
			{ ...from(n), headers: new Headers({ 'user-agent': agent }) }
		);
		if (result.status !== 'signed-in') throw new Error(result.status);
		return {
			id: result.user.sessionId!,
			headers: new Headers({ cookie: `${result.cookie.name}=${encodeURIComponent(result.cookie.value)}` })
		};
	};

	it('are listed with device, address and last use, which is written once a minute', async () => {
		const { headers } = await open(1);
		await sessionOf(test.ctx, headers, '10.9.9.9');
		expect(await listUserSessions(test.ctx, marta)).toMatchObject([
			{ device: 'Firefox, Linux', address: '10.0.0.1', lastSeenAt: test.clock.at }
		]);
		test.clock.at += 60_000;
		await sessionOf(test.ctx, headers, '10.9.9.9');
		expect(await listUserSessions(test.ctx, marta)).toMatchObject([
			{ address: '10.9.9.9', lastSeenAt: test.clock.at }
		]);
	});

	it('are read where their use cannot be noted, as on a full disk', async () => {
		const { headers } = await open(1);
		test.clock.at += 60_000;
		await test.ctx.db.client.execute(
			"CREATE TRIGGER full BEFORE UPDATE ON session_use BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
		);
		expect(await sessionOf(test.ctx, headers, '10.9.9.9')).toMatchObject({ email: EMAIL });
		expect(await listUserSessions(test.ctx, marta)).toMatchObject([{ address: '10.0.0.1' }]);
	});

	it('tell those who hold them when they end by a sign-out or with their account', async () => {
		const [first, second] = [await open(1), await open(2)];
		const told: string[] = [];
		const stop = listenSessionEnds((ids) => told.push(...ids));
		await signOut(test.ctx, first.headers);
		expect(told).toEqual([first.id]);
		await removeUser(test.ctx, SYSTEM, { userId });
		expect(told).toEqual([first.id, second.id]);
		stop();
	});

	it('end by the owner, one or all others, and those who hold them are told', async () => {
		const [first, second, third] = [await open(1), await open(2), await open(3)];
		const told: string[] = [];
		const stop = listenSessionEnds((ids) => told.push(...ids));
		expect(await endSessions(test.ctx, marta, { sessionId: second.id })).toBe(1);
		expect(await sessionOf(test.ctx, second.headers)).toBeNull();
		expect(await endSessions(test.ctx, marta, { keepId: first.id })).toBe(1);
		expect(await sessionOf(test.ctx, third.headers)).toBeNull();
		expect(await sessionOf(test.ctx, first.headers)).not.toBeNull();
		expect(told).toEqual([second.id, third.id]);
		stop();
	});

	it('of somebody else are an administrator’s', async () => {
		const { id, headers } = await open(1);
		const other = { ...actorWithRole('supervisor'), id: `user:${await add('other@example.org')}` };
		await expect(listUserSessions(test.ctx, other, userId)).rejects.toThrow(ForbiddenError);
		await expect(endSessions(test.ctx, other, { userId })).rejects.toThrow(ForbiddenError);
		// Without a name it is one's own that are meant, whatever the id.
		expect(await endSessions(test.ctx, other, { sessionId: id })).toBe(0);
		expect(await sessionOf(test.ctx, headers)).not.toBeNull();
		expect(await endSessions(test.ctx, actorWithRole('admin'), { userId })).toBe(1);
	});
});

it('the audit tells of each', async () => {
	await attempt(PASSWORD, 1);
	await endSessions(test.ctx, marta, {});
	await changePassword(
		test.ctx,
		marta,
		{ current: PASSWORD, password: 'a new battery' },
		{ sessionId: null }
	);
	expect(await test.audited()).toEqual([
		'user.create',
		'user.sign-in',
		'user.end-sessions',
		'user.change-password'
	]);
	expect(await test.ctx.db.orm.select().from(signInTokens).where(eq(signInTokens.kind, 'reset'))).toEqual([]);
});
