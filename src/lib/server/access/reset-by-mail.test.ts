import { describe, expect, it } from 'vitest';
import { signInTokens } from '../db/schema/index.ts';
import { completeReset, isResetLink, requestReset, type ResetLetter } from './reset-by-mail.ts';
import { sessionOf } from './session-of.ts';
import { headersOf } from './testing.ts';
import { EMAIL, PASSWORD, test, from, attempt, useAccount } from './testing-account.ts';

useAccount();

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
