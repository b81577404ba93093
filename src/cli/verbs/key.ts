import { parseArgs } from 'node:util';
import { createKey, InvalidInputError, listKeys, revokeKey } from '#lib/server/access/index.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Io, type Verb } from '../verb.ts';

const key: Verb = {
	summary: 'add an API key, list them, revoke one',
	usage: `Usage:
  marea key add --name N --scope ingest|read|act|coaching [--db URL] [--json]
  marea key list [--db URL] [--json]
  marea key revoke --id ID [--db URL] [--json]
The key is shown once, by add; only its hash is kept.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				name: { type: 'string' },
				scope: { type: 'string' },
				id: { type: 'string' },
				db: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const act = ACTIONS[positionals[0] ?? ''];
		if (!act || positionals.length > 1)
			throw new UsageError(`"${positionals.join(' ')}" is not add, list or revoke.`);
		const ctx = await openContext(values.db);
		try {
			await act(ctx, values, io);
			return 0;
		} catch (error) {
			if (error instanceof InvalidInputError) throw new RefusedError(error.message);
			throw error;
		} finally {
			ctx.close();
		}
	}
};
export default key;

interface Flags {
	name?: string;
	scope?: string;
	id?: string;
	json: boolean;
}

async function add(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const made = await createKey(ctx, SYSTEM, {
		name: needed(flags.name, '--name'),
		scope: needed(flags.scope, '--scope')
	});
	if (!flags.json) io.err('This is the only time the key is shown:');
	io.out(flags.json ? JSON.stringify({ key: made.key, id: made.id }) : made.key);
}

async function list(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const all = await listKeys(ctx, SYSTEM);
	if (flags.json) return io.out(JSON.stringify(all));
	if (all.length === 0) return io.err('There are no keys yet.');
	const instant = (at: number | null) => (at === null ? '–' : new Date(at).toISOString());
	for (const one of all)
		io.out(
			[
				one.id,
				one.scope,
				one.revokedAt === null ? 'in use' : 'revoked',
				`last used ${instant(one.lastUsedAt)}`,
				one.name
			].join('\t')
		);
}

async function revoke(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const keyId = needed(flags.id, '--id');
	const { status } = await revokeKey(ctx, SYSTEM, { keyId });
	if (status === 'unknown-key')
		throw new RefusedError(`--id "${keyId}" is not a key in use; marea key list shows them.`);
	io.out(flags.json ? JSON.stringify({ id: keyId, revoked: true }) : `Revoked ${keyId}.`);
}

const ACTIONS: Record<string, typeof add | undefined> = { add, list, revoke };

function needed(value: string | undefined, flag: string): string {
	if (!value) throw new UsageError(`${flag} is missing.`);
	return value;
}
