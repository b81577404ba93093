import { describe, expect, it } from 'vitest';
import { countFailure } from './sign-in-lock.ts';
import { EMAIL, PASSWORD, test, add, from, attempt, fail, useAccount } from './testing-account.ts';

useAccount();

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
