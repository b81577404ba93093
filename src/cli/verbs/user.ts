import { parseArgs } from 'node:util';
import { ROLES, type Role } from '#lib/contracts/terms.ts';
import {
	createUser,
	InvalidInputError,
	listUsers,
	resetPassword,
	resetSecondFactor
} from '#lib/server/access/index.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { readScopeFlags } from '../read-scope-flags.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Io, type Verb } from '../verb.ts';

const user: Verb = {
	summary: 'add a user, give one a new password, list them',
	usage: `Usage:
  marea user add --email E --name N --role ${ROLES.join('|')} [--agent ID] [--sites IDS] [--teams IDS] [--queues IDS] [--password P] [--db URL] [--json]
  marea user reset-factor --email E [--db URL] [--json]
  marea user reset --email E [--password P] [--db URL] [--json]
  marea user list [--db URL] [--json]
--sites, --teams, --queues (ids with commas between them) make the account one for a part of the centre.
reset-factor takes a lost second factor away. Without --password it is read from standard input (at least 10 characters).
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				email: { type: 'string' },
				name: { type: 'string' },
				role: { type: 'string' },
				agent: { type: 'string' },
				sites: { type: 'string' },
				teams: { type: 'string' },
				queues: { type: 'string' },
				password: { type: 'string' },
				db: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const act = ACTIONS[positionals[0] ?? ''];
		if (!act || positionals.length > 1)
			throw new UsageError(`"${positionals.join(' ')}" is not add, reset, reset-factor or list.`);
		const password = values.password ?? (act === list || act === resetFactor ? '' : await passwordFrom(io));
		const ctx = await openContext(values.db);
		try {
			await act(ctx, { ...values, password }, io);
			return 0;
		} catch (error) {
			if (error instanceof InvalidInputError) throw new RefusedError(error.message);
			throw error;
		} finally {
			ctx.close();
		}
	}
};
export default user;

interface Flags {
	email?: string;
	name?: string;
	role?: string;
	agent?: string;
	sites?: string;
	teams?: string;
	queues?: string;
	password: string;
	json: boolean;
}

async function add(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const email = needed(flags.email, '--email');
	const made = await createUser(ctx, SYSTEM, {
		email,
		name: needed(flags.name, '--name'),
		role: needed(flags.role, '--role') as Role,
		password: flags.password,
		agentId: flags.agent,
		scope: readScopeFlags(flags)
	});
	if (made.status === 'email-taken')
		throw new RefusedError(`There is already a user with the address "${email}"; give another one.`);
	if (made.status === 'unknown-agent')
		throw new RefusedError(`--agent "${flags.agent}" is not an agent in this database; give the id of one.`);
	io.out(flags.json ? JSON.stringify({ id: made.id, email }) : `Added ${email}.`);
}

async function reset(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const email = needed(flags.email, '--email').trim().toLowerCase();
	const found = (await listUsers(ctx, SYSTEM)).find((one) => one.email === email);
	const result = found && (await resetPassword(ctx, SYSTEM, { userId: found.id, password: flags.password }));
	if (result?.status !== 'reset') throw new RefusedError(`There is no user with the address "${email}".`);
	io.out(
		flags.json ? JSON.stringify({ id: found!.id, email }) : `${email} has a new password and is signed out.`
	);
}

async function resetFactor(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const email = needed(flags.email, '--email').trim().toLowerCase();
	const found = (await listUsers(ctx, SYSTEM)).find((one) => one.email === email);
	const result = found && (await resetSecondFactor(ctx, SYSTEM, { userId: found.id }));
	if (result?.status !== 'removed')
		throw new RefusedError(`There is no user "${email}" with a second factor.`);
	io.out(flags.json ? JSON.stringify({ id: found!.id, email }) : `${email} has no second factor any more.`);
}

async function list(ctx: Context, flags: Flags, io: Io): Promise<void> {
	const all = await listUsers(ctx, SYSTEM);
	if (flags.json) return io.out(JSON.stringify(all));
	if (all.length === 0) return io.err('There are no users yet.');
	for (const one of all) io.out([one.email, one.role, one.name, one.agentId ?? '–'].join('\t'));
}

const ACTIONS: Record<string, typeof add | undefined> = {
	add,
	reset,
	'reset-factor': resetFactor,
	list
};

function needed(value: string | undefined, flag: string): string {
	if (!value) throw new UsageError(`${flag} is missing.`);
	return value;
}

/** One line; a pipe's end-of-line is no part of it. */
async function passwordFrom(io: Io): Promise<string> {
	if (process.stdin.isTTY) io.err('Password (then Enter and Ctrl-D; it is shown as you type):');
	return (await io.stdin()).replace(/\r?\n$/, '');
}
