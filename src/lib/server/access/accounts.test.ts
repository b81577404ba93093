import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM, type Actor } from '../context.ts';
import { recoveryCodes, signInTokens } from '../db/schema/index.ts';
import { accountOf } from './account-of.ts';
import { changePassword } from './change-password.ts';
import { createUser } from './create-user.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { completeReset, isResetLink, requestReset, type ResetLetter } from './reset-by-mail.ts';
import {
	beginSecondFactor,
	confirmSecondFactor,
	removeSecondFactor,
	resetSecondFactor
} from './second-factor.ts';
import { resetPassword } from './reset-password.ts';
import { setSecondFactorRoles } from './second-factor-policy.ts';
import { listenSessionEnds } from './session-ends.ts';
import { removeUser } from './remove-user.ts';
import { sessionOf } from './session-of.ts';
import { endSessions, listUserSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { countFailure } from './sign-in-lock.ts';
import { actorWithRole, headersOf, openTestContext } from './testing.ts';
import { base32, totpCode, totpStep } from './totp.ts';

const EMAIL = 'marta@example.org';
const PASSWORD = 'correct horse';

let test: Awaited<ReturnType<typeof openTestContext>>;
let userId: string;
let marta: Actor;
beforeEach(async () => {
	test = await openTestContext();
	userId = await add(EMAIL);
	marta = { ...actorWithRole('planner'), id: `user:${userId}` };
});
afterEach(() => test.close());

async function add(email: string): Promise<string> {
	const made = await createUser(test.ctx, SYSTEM, { email, name: 'M.', role: 'planner', password: PASSWORD });
	if (made.status !== 'created') throw new Error(made.status);
	return made.id;
}
const from = (n: number) => ({ address: `10.0.${n >> 8}.${n & 255}` });
const attempt = (password: string, n: number, email = EMAIL) =>
	signIn(test.ctx, { email, password }, from(n));

/** Failures without the hashing that each costs. */
async function fail(times: number, email = EMAIL): Promise<void> {
	for (let n = 0; n < times; n++) await countFailure(test.ctx, email, from(n).address);
}

describe('the lock after wrong passwords', () => {
	it.each([EMAIL, 'nobody@example.org'])(
		'closes %s from everywhere after ten wrong ones',
		{ timeout: 60_000 },
		async (email) => {
			for (let n = 0; n < 10; n++) expect((await attempt('wrong horse', n, email)).status).toBe('refused');
			const locked = await attempt(PASSWORD, 99, email);
			expect(locked).toEqual({ status: 'too-many', retryAfterSeconds: 60 });
			test.clock.at += 60_000;
			expect((await attempt('wrong horse', 100, email)).status).toBe('refused');
			expect(await attempt(PASSWORD, 101, email)).toEqual({ status: 'too-many', retryAfterSeconds: 120 });
			expect((await test.audited()).filter((action) => action === 'sign-in.lock')).toHaveLength(1);
		}
	);

	it('is twice as long with each further one, up to an hour', async () => {
		await fail(10);
		const waits: number[] = [];
		for (let n = 0; n < 8; n++) {
			const result = await attempt(PASSWORD, 99);
			if (result.status !== 'too-many') throw new Error(result.status);
			waits.push(result.retryAfterSeconds);
			test.clock.at += result.retryAfterSeconds * 1_000;
			await fail(1);
		}
		expect(waits).toEqual([60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
	});

	it('closes an address to every account after fifty, and the accounts to nobody else', async () => {
		for (let n = 0; n < 49; n++) await countFailure(test.ctx, `guessed-${n}@example.org`, from(1).address);
		expect((await attempt('wrong horse', 1, 'last@example.org')).status).toBe('refused');
		expect(await attempt(PASSWORD, 1)).toEqual({ status: 'too-many', retryAfterSeconds: 60 });
		expect((await attempt(PASSWORD, 2)).status).toBe('signed-in');
	});

	it('loses none of many at once', async () => {
		await Promise.all(Array.from({ length: 10 }, (_, n) => countFailure(test.ctx, EMAIL, from(n).address)));
		expect(await attempt(PASSWORD, 99)).toEqual({ status: 'too-many', retryAfterSeconds: 60 });
	});

	it('and no more guesses pass at once from one address than one after the other', async () => {
		const results = await Promise.all(Array.from({ length: 12 }, () => attempt('wrong horse', 1)));
		expect(results.filter(({ status }) => status === 'refused')).toHaveLength(5);
		expect(results.filter(({ status }) => status === 'too-many')).toHaveLength(7);
	});

	it('lets the right password in once its time is over, and forgets what was before', async () => {
		await fail(10);
		test.clock.at += 60_000;
		expect((await attempt(PASSWORD, 50)).status).toBe('signed-in');
		expect((await attempt('wrong horse', 51)).status).toBe('refused');
		expect((await attempt(PASSWORD, 52)).status).toBe('signed-in');
	});

	it('leaves other accounts open', async () => {
		await add('other@example.org');
		await fail(10);
		expect((await attempt(PASSWORD, 60, 'other@example.org')).status).toBe('signed-in');
	});
});

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

describe('changePassword()', () => {
	it('wants the present one, ends the other sessions and keeps this', async () => {
		const [here, there] = [
			await headersOf(test.ctx, EMAIL, PASSWORD),
			await headersOf(test.ctx, EMAIL, PASSWORD)
		];
		const sessionId = (await sessionOf(test.ctx, here))!.sessionId;
		const change = (current: string, password: string) =>
			changePassword(test.ctx, marta, { current, password }, { sessionId });
		expect(await change('wrong horse', 'a new battery')).toEqual({ status: 'wrong-password' });
		expect(await change(PASSWORD, 'a new battery')).toEqual({ status: 'changed' });
		expect(await sessionOf(test.ctx, here)).not.toBeNull();
		expect(await sessionOf(test.ctx, there)).toBeNull();
		expect((await attempt('a new battery', 1)).status).toBe('signed-in');
	});

	it('refuses what is easily guessed, the own address included', async () => {
		for (const password of ['Password2026!', 'qwertyuiop12', 'marta.2026!!', '1234567890', 'abcabcabcabc'])
			await expect(
				changePassword(test.ctx, marta, { current: PASSWORD, password }, { sessionId: null }),
				password
			).rejects.toThrow('easily guessed');
	});

	it('stops guessing at the present one after five', async () => {
		const change = (current: string) =>
			changePassword(test.ctx, marta, { current, password: 'a new battery' }, { sessionId: null });
		for (let n = 0; n < 5; n++) await change('wrong horse');
		expect(await change(PASSWORD)).toEqual({ status: 'wrong-password' });
		test.clock.at += 60_000;
		expect(await change(PASSWORD)).toEqual({ status: 'changed' });
	});
});

describe('the reset by letter', () => {
	const ask = async (email: string, n = 1): Promise<ResetLetter[]> => {
		const letters: ResetLetter[] = [];
		const asked = requestReset(test.ctx, { email }, from(n), async (letter) => letters.push(letter));
		if (asked.status !== 'asked') throw new Error(asked.status);
		await asked.sent;
		return letters;
	};

	it('sends a link that works once and ends every session', async () => {
		const headers = await headersOf(test.ctx, EMAIL, PASSWORD);
		const [letter] = await ask(` ${EMAIL.toUpperCase()} `);
		expect(letter).toMatchObject({ to: EMAIL, validMinutes: 60 });
		const { token } = letter!;
		expect(await isResetLink(test.ctx, token)).toBe(true);
		const kept = JSON.stringify(await test.ctx.db.orm.select().from(signInTokens));
		expect(kept).not.toContain(token);
		await expect(completeReset(test.ctx, { token, password: 'password1234' })).rejects.toThrow('guessed');
		expect(await completeReset(test.ctx, { token, password: 'a new battery' })).toEqual({ status: 'reset' });
		expect(await completeReset(test.ctx, { token, password: 'a third one!' })).toEqual({ status: 'expired' });
		expect(await sessionOf(test.ctx, headers)).toBeNull();
		expect((await attempt('a new battery', 1)).status).toBe('signed-in');
	});

	it('sends nothing for an unknown address, and an hour is its time', async () => {
		expect(await ask('nobody@example.org')).toEqual([]);
		expect(await ask('no address')).toEqual([]);
		const [letter] = await ask(EMAIL);
		test.clock.at += 3_600_000;
		expect(await completeReset(test.ctx, { token: letter!.token, password: 'a new battery' })).toEqual({
			status: 'expired'
		});
	});

	it('ends an older link by a newer one, and stops after three an account', async () => {
		const [first] = await ask(EMAIL, 1);
		const [second] = await ask(EMAIL, 2);
		expect(await isResetLink(test.ctx, first!.token)).toBe(false);
		expect(await isResetLink(test.ctx, second!.token)).toBe(true);
		await ask(EMAIL, 3);
		await expect(ask(EMAIL, 4)).rejects.toThrow('too-many');
		for (const n of [1, 2, 3]) await ask('nobody@example.org', 10 + n);
		await expect(ask('nobody@example.org', 20)).rejects.toThrow('too-many');
	});
});

describe('the second factor', () => {
	// RFC 6238, appendix B, to six digits.
	it.each([
		[59, '287082'],
		[1111111109, '081804'],
		[1234567890, '005924'],
		[20000000000, '353130']
	])('totpCode() at %i s is %s', (seconds, code) => {
		expect(totpCode(Buffer.from('12345678901234567890'), Math.floor(seconds / 30))).toBe(code);
	});

	it('base32() is RFC 4648’s', () => {
		expect(['', 'f', 'fo', 'foo', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
			'',
			'MY',
			'MZXQ',
			'MZXW6',
			'MZXW6YTBOI'
		]);
	});

	const secretFrom = (shown: string): Buffer => {
		const bits = [...shown.replace(/\s/g, '')]
			.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
			.join('');
		return Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
	};
	const codeNow = (secret: Buffer, steps = 0) => totpCode(secret, Math.floor(test.clock.at / 30_000) + steps);
	async function enrol() {
		const begun = await beginSecondFactor(test.ctx, marta);
		if (!('secret' in begun)) throw new Error(begun.status);
		const secret = secretFrom(begun.secret);
		expect(begun.svg).toContain('<svg');
		expect(await confirmSecondFactor(test.ctx, marta, { code: codeNow(secret, 5) })).toEqual({
			status: 'wrong-code'
		});
		const confirmed = await confirmSecondFactor(test.ctx, marta, { code: codeNow(secret) });
		if (confirmed.status !== 'confirmed') throw new Error(confirmed.status);
		test.clock.at += 60_000;
		return { secret, codes: confirmed.recoveryCodes };
	}
	async function passwordStep(n = 1): Promise<string> {
		const result = await attempt(PASSWORD, n);
		if (result.status !== 'second-factor') throw new Error(result.status);
		return result.token;
	}
	const finish = (token: string, code: string, n = 1) => finishSignIn(test.ctx, { token, code }, from(n));

	it('is asked for after the password; each code and each step counts once', async () => {
		const { secret } = await enrol();
		const token = await passwordStep();
		expect(await finish(token, '000000')).toEqual({ status: 'wrong-code' });
		const code = codeNow(secret);
		expect(await finish(token, code)).toMatchObject({ status: 'signed-in' });
		expect(await finish(token, code)).toEqual({ status: 'expired' });
		expect(await finish(await passwordStep(), code)).toEqual({ status: 'wrong-code' });
		test.clock.at += 30_000;
		expect(await finish(await passwordStep(), codeNow(secret))).toMatchObject({ status: 'signed-in' });
	});

	it('takes a recovery code once, however it is typed, and keeps none in clear', async () => {
		const { codes } = await enrol();
		expect(codes).toHaveLength(10);
		const kept = JSON.stringify(await test.ctx.db.orm.select().from(recoveryCodes));
		expect(kept).not.toContain(codes[0]!.replaceAll('-', ''));
		expect(await finish(await passwordStep(), codes[0]!.toUpperCase().replaceAll('-', ' '))).toMatchObject({
			status: 'signed-in'
		});
		expect(await finish(await passwordStep(), codes[0]!)).toEqual({ status: 'wrong-code' });
		expect(await accountOf(test.ctx, marta)).toMatchObject({ hasSecondFactor: true, codesLeft: 9 });
	});

	it('locks the account after ten wrong codes, and the password step is over after five minutes', async () => {
		const { secret } = await enrol();
		const token = await passwordStep();
		for (let n = 0; n < 10; n++) expect((await finish(token, '000000', n)).status).toBe('wrong-code');
		expect(await finish(token, codeNow(secret), 70)).toEqual({ status: 'too-many', retryAfterSeconds: 60 });
		test.clock.at += 300_000;
		expect(await finish(token, codeNow(secret), 70)).toEqual({ status: 'expired' });
	});

	it('lets no more codes be tried at once from one address than one after the other', async () => {
		const { secret } = await enrol();
		const token = await passwordStep();
		const results = await Promise.all(Array.from({ length: 12 }, () => finish(token, '000000')));
		expect(results.filter(({ status }) => status === 'wrong-code')).toHaveLength(5);
		expect(results.filter(({ status }) => status === 'too-many')).toHaveLength(7);
		expect(await finish(token, codeNow(secret), 2)).toMatchObject({ status: 'signed-in' });
	});

	it('is not reached by a password that has been changed since', async () => {
		const { secret } = await enrol();
		const token = await passwordStep();
		await resetPassword(test.ctx, SYSTEM, { userId, password: 'a new battery' });
		expect(await finish(token, codeNow(secret))).toEqual({ status: 'expired' });
	});

	it('goes by the own password or by an administrator', async () => {
		await enrol();
		expect(await removeSecondFactor(test.ctx, marta, { password: 'wrong horse' })).toEqual({
			status: 'wrong-password'
		});
		await expect(resetSecondFactor(test.ctx, marta, { userId })).rejects.toThrow(ForbiddenError);
		expect(await resetSecondFactor(test.ctx, actorWithRole('admin'), { userId })).toEqual({
			status: 'removed'
		});
		expect((await attempt(PASSWORD, 1)).status).toBe('signed-in');
	});

	it('required of a role, leaves an account without one no rights until it is set up', async () => {
		const headers = await headersOf(test.ctx, EMAIL, PASSWORD);
		await setSecondFactorRoles(test.ctx, SYSTEM, { roles: ['planner'] });
		expect(await sessionOf(test.ctx, headers)).toMatchObject({ mustEnrol: true, rights: [] });
		await enrol();
		const after = await sessionOf(test.ctx, headers);
		expect(after?.mustEnrol).toBe(false);
		expect(after?.rights).toContain('roster.publish');
	});

	it('totpStep() takes the steps beside the present one and none before the last taken', () => {
		const secret = Buffer.from('12345678901234567890');
		const at = 1_000_000 * 30_000;
		const taken = [-2, -1, 0, 1, 2].map((by) => totpStep(secret, totpCode(secret, 1_000_000 + by), at, null));
		expect(taken).toEqual([null, 999_999, 1_000_000, 1_000_001, null]);
		expect(totpStep(secret, totpCode(secret, 1_000_000), at, 1_000_000)).toBeNull();
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
