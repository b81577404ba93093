import { parseArgs } from 'node:util';
import { createKey, InvalidInputError, listKeys, revokeKey, rotateKey } from '#lib/server/access/index.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { parseDuration } from '../parse-duration.ts';
import { readScopeFlags } from '../read-scope-flags.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Io, type Verb } from '../verb.ts';

const key: Verb = {
	summary: 'add an API key, list them, give one a new secret, revoke one',
	usage: `Usage:
  marea key add --name N --scope ingest|read|act|coaching [--sites IDS] [--teams IDS] [--queues IDS] [--expires 90d] [--db URL] [--json]
  marea key rotate --id ID [--overlap 24h] [--db URL] [--json]
  marea key list [--db URL] [--json]
  marea key revoke --id ID [--db URL] [--json]
The key is shown once, by add and rotate; only its hash is kept. --sites, --teams, --queues (ids with commas between them)
make it one for a part of the centre. rotate gives a key another secret; the old one is taken for the overlap (24h).
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				name: { type: 'string' },
				scope: { type: 'string' },
				id: { type: 'string' },
				sites: { type: 'string' },
				teams: { type: 'string' },
				queues: { type: 'string' },
				expires: { type: 'string' },
				overlap: { type: 'string', default: '24h' },
				db: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const act = ACTIONS[positionals[0] ?? ''];
		if (!act || positionals.length > 1)
			throw new UsageError(`"${positionals.join(' ')}" is not add, list, rotate or revoke.`);
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
	sites?: string;
	teams?: string;
	queues?: string;
	expires?: string;
	overlap?: string;
	json: boolean;
}

async function add(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const made = await createKey(ctx, SYSTEM, {
		name: needed(flags.name, '--name'),
		scope: needed(flags.scope, '--scope'),
		dataScope: readScopeFlags(flags),
		expiresInDays:
			flags.expires === undefined ? null : Math.round(parseDuration(flags.expires, '--expires') / 86_400)
	});
	if (!flags.json) io.err('This is the only time the key is shown:');
	io.out(flags.json ? JSON.stringify({ key: made.key, id: made.id }) : made.key);
}

async function rotate(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const keyId = needed(flags.id, '--id');
	const made = await rotateKey(ctx, SYSTEM, {
		keyId,
		overlapHours: parseDuration(flags.overlap!, '--overlap') / 3_600
	});
	if (made.status === 'unknown-key')
		throw new RefusedError(`--id "${keyId}" is not a key in use; marea key list shows them.`);
	const until = new Date(made.previousUntil).toISOString();
	if (!flags.json)
		io.err(`The old secret is taken until ${until}. This is the only time the new one is shown:`);
	io.out(flags.json ? JSON.stringify({ key: made.key, previousUntil: until }) : made.key);
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

const ACTIONS: Record<string, typeof add | undefined> = { add, list, revoke, rotate };

function needed(value: string | undefined, flag: string): string {
	if (!value) throw new UsageError(`${flag} is missing.`);
	return value;
}
