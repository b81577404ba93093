import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../context.ts';
import { recoveryCodes } from '../db/schema/index.ts';
import { accountOf } from './account-of.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { ForbiddenError } from './forbidden-error.ts';
import {
	beginSecondFactor,
	confirmSecondFactor,
	removeSecondFactor,
	resetSecondFactor
} from './second-factor.ts';
import { resetPassword } from './reset-password.ts';
import { setSecondFactorRoles } from './second-factor-policy.ts';
import { sessionOf } from './session-of.ts';
import { actorWithRole, headersOf } from './testing.ts';
import { base32, totpCode, totpStep } from './totp.ts';
import { EMAIL, PASSWORD, test, userId, marta, from, attempt, useAccount } from './testing-account.ts';

useAccount();

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
