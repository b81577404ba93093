import { describe, expect, it } from 'vitest';
import { changePassword } from './change-password.ts';
import { sessionOf } from './session-of.ts';
import { headersOf } from './testing.ts';
import { EMAIL, PASSWORD, test, marta, attempt, useAccount } from './testing-account.ts';

useAccount();

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
