import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SYSTEM, type Context } from '../context.ts';
import { openDatabase } from '../db/open-database.ts';
import { createUser } from './create-user.ts';
import { secretOf } from './secret-of.ts';
import { sessionOf } from './session-of.ts';
import { headersOf } from './testing.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'marea-secret-'));
	vi.stubEnv('MAREA_SECRET', '');
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

async function withDatabase<T>(act: (ctx: Context) => Promise<T>): Promise<T> {
	const db = await openDatabase(`file:${join(folder, 'marea.db')}`, 'drizzle');
	try {
		return await act({ db, now: Date.now });
	} finally {
		db.close();
	}
}

describe('secretOf()', () => {
	it('is made once and kept, so that sessions outlive a restart', async () => {
		const person = {
			email: 'marta@example.org',
			name: 'Marta',
			role: 'planner',
			password: 'correct horse'
		} as const;
		const { secret, headers } = await withDatabase(async (ctx) => {
			await createUser(ctx, SYSTEM, person);
			return { headers: await headersOf(ctx, person.email, person.password), secret: await secretOf(ctx) };
		});
		expect(secret).toMatch(/^[\w-]{43}$/);
		await withDatabase(async (ctx) => {
			expect(await secretOf(ctx)).toBe(secret);
			expect(await sessionOf(ctx, headers)).toMatchObject({ email: person.email });
		});
	});

	it('is the same for two processes that start at once on one file', async () => {
		const secrets = await withDatabase((one) =>
			withDatabase((other) => Promise.all([secretOf(one), secretOf(other)]))
		);
		expect(secrets[0]).toBe(secrets[1]);
	});

	it('is MAREA_SECRET where it is set, and refuses a short one without quoting it', async () => {
		await withDatabase(async (ctx) => {
			vi.stubEnv('MAREA_SECRET', 's'.repeat(32));
			expect(await secretOf(ctx)).toBe('s'.repeat(32));
			vi.stubEnv('MAREA_SECRET', 'qwerty');
			await expect(secretOf(ctx)).rejects.toThrow('too short');
			await expect(secretOf(ctx)).rejects.not.toThrow('qwerty');
		});
	});
});
