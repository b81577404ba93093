import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authenticateKey, signIn } from '#lib/server/access/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Io, type Verb } from '../verb.ts';
import key from './key.ts';
import user from './user.ts';

let folder: string;
let db: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'marea-cli-'));
	db = `file:${join(folder, 'marea.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(verb: Verb, line: string, stdin = ''): Promise<string> {
	const out: string[] = [];
	const io: Io = { out: (text) => void out.push(text), err: () => undefined, stdin: async () => stdin };
	expect(await verb.run([...line.split(' '), '--db', db], io)).toBe(0);
	return out.join('\n');
}

const enter = async (ctx: Awaited<ReturnType<typeof openContext>>, password: string) =>
	(await signIn(ctx, { email: 'ada@example.org', password }, { address: '127.0.0.1' })).status;

describe('marea user', () => {
	it('adds a user who can sign in to a server that has the file open, and gives a new password', async () => {
		const server = await openContext(db);
		try {
			await run(user, 'add --email ada@example.org --name Ada --role admin', 'correct horse\n');
			expect(await enter(server, 'correct horse')).toBe('signed-in');
			await run(user, 'reset --email ADA@example.org --password another-horse');
			expect(await enter(server, 'correct horse')).toBe('refused');
			expect(await enter(server, 'another-horse')).toBe('signed-in');
			expect(JSON.parse(await run(user, 'list --json'))).toMatchObject([
				{ email: 'ada@example.org', role: 'admin' }
			]);
		} finally {
			server.close();
		}
	});

	it('refuses what it understands and can not do', async () => {
		await run(user, 'add --email ada@example.org --name Ada --role admin --password correct-horse');
		for (const line of [
			'add --email ada@example.org --name Ada --role admin --password correct-horse',
			'add --email eva@example.org --name Eva --role boss --password correct-horse',
			'add --email eva@example.org --name Eva --role admin --password short',
			'add --email eva@example.org --name Eva --role agent --agent nobody --password correct-horse',
			'reset --email nobody@example.org --password correct-horse'
		])
			await expect(run(user, line), line).rejects.toThrow(RefusedError);
	});

	it('says what is wrong with its usage', async () => {
		for (const line of ['enter', 'add --name Ada --role admin --password correct-horse', 'list more'])
			await expect(run(user, line), line).rejects.toThrow(UsageError);
		await expect(openContext('postgres://host/db')).rejects.toThrow('"postgres://host/db" is not a file URL');
	});
});

describe('marea key', () => {
	it('adds a key that a running server takes, and revokes it', async () => {
		const server = await openContext(db);
		try {
			const made = JSON.parse(await run(key, 'add --name telephony --scope ingest --json')) as {
				key: string;
			};
			expect(await authenticateKey(server, `Bearer ${made.key}`)).toMatchObject({
				rights: ['events.ingest', 'contacts.route']
			});
			const [row] = JSON.parse(await run(key, 'list --json')) as { id: string }[];
			await run(key, `revoke --id ${row!.id}`);
			expect(await authenticateKey(server, `Bearer ${made.key}`)).toBeNull();
			await expect(run(key, `revoke --id ${row!.id}`)).rejects.toThrow(RefusedError);
		} finally {
			server.close();
		}
	});

	it('refuses an unknown scope and wants a name', async () => {
		await expect(run(key, 'add --name x --scope all')).rejects.toThrow(RefusedError);
		await expect(run(key, 'add --scope read')).rejects.toThrow(UsageError);
	});
});
