import { signIn } from '#lib/server/access/index.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { agents, sites } from '#lib/server/db/schema/index.ts';
import { makeKey, runMarea } from '../run-marea.ts';
import type { RunningServer } from '../start-server.ts';

export interface FuzzActor {
	name: string;
	headers: Record<string, string>;
	/** Signs in again, after a request that ended the session or took the account away. */
	renew?: () => Promise<void>;
}

const PASSWORD = 'correct horse battery';
/** Not that of the requests: what they send to the sign-in closes it to theirs. */
const ADDRESS = '10.0.0.1';

/** The Cookie header of a new session in a server's database; null where there is no such account any more. */
async function sessionIn(url: string, email: string): Promise<string | null> {
	const db = await openDatabase(url, 'drizzle');
	try {
		const ctx = { db, now: Date.now };
		const result = await signIn(ctx, { email, password: PASSWORD }, { address: ADDRESS });
		if (result.status === 'refused') return null;
		if (result.status !== 'signed-in') throw new Error(`Fuzzing: ${email} cannot sign in: ${result.status}.`);
		return `${result.cookie.name}=${encodeURIComponent(result.cookie.value)}`;
	} finally {
		db.close();
	}
}

/** An agent of this id is there again, where an administrator has erased the one there was. */
async function ensureAgent(url: string, id: string): Promise<void> {
	const { orm, close } = await openDatabase(url, 'drizzle');
	try {
		const [site] = await orm.select().from(sites);
		const agent = { id, name: id, siteId: site!.id, createdAt: Date.now() };
		await orm.insert(agents).values(agent).onConflictDoNothing();
	} finally {
		close();
	}
}

/** Words planted in the data, and who may read them. Nobody sends them. */
export const SENTINELS: readonly { word: string; mayRead: readonly string[] }[] = [
	{
		// Said by a customer, to nobody of ours yet.
		word: 'zanzibarwords',
		mayRead: ['admin', 'planner', 'supervisor', 'key read', 'key act', 'key coaching']
	},
	{
		// Written to one agent by the coach.
		word: 'quetzalpraise',
		mayRead: ['admin', 'supervisor', 'key coaching']
	},
	{ word: 'hidden-person@example.org', mayRead: ['admin'] },
	{ word: 'flamingo-key-name', mayRead: ['admin'] }
];

/** Data with words to look for, and everybody who asks: nobody, a wrong key, each scope of key, each role, an agent. */
export async function prepareActors(server: RunningServer): Promise<{ actors: FuzzActor[]; ids: string[] }> {
	const { url, db } = server;
	const key = async (scope: 'ingest' | 'read' | 'act' | 'coaching'): Promise<FuzzActor> => ({
		name: `key ${scope}`,
		headers: { authorization: `Bearer ${await makeKey(db, scope)}` }
	});
	const keys = [await key('ingest'), await key('read'), await key('act'), await key('coaching')];
	await runMarea(['key', 'add', '--name', 'flamingo-key-name', '--scope', 'read', '--db', db]);
	const event = (id: string, type: string, data: object) => ({
		...{ specversion: '1.0', id, source: 'fuzz', type, time: new Date().toISOString() },
		data: { contact: 'contact-one', queue: 'queue-one', channel: 'chat', ...data }
	});
	const stored = await fetch(`${url}/api/v1/events`, {
		method: 'POST',
		headers: keys[0]!.headers,
		body: JSON.stringify([
			event('e1', 'marea.contact.queued', { customer: 'customer-one' }),
			event('e2', 'marea.message', { party: 'customer', text: 'zanzibarwords, and I want a person' }),
			event('e3', 'marea.agent.state', { agent: 'agent-one', state: 'available' }),
			event('e4', 'marea.agent.state', { agent: 'agent-two', state: 'available' })
		])
	});
	if (stored.status !== 202) throw new Error(`Preparing the fuzz: ${stored.status} ${await stored.text()}`);

	const person = async (name: string, role: string, agent?: string): Promise<FuzzActor> => {
		const email = `${name.replace(' ', '-')}@example.org`;
		const add = async (): Promise<void> => {
			const added = await runMarea([
				...['user', 'add', '--email', email, '--name', name, '--role', role, '--password', PASSWORD],
				...[...(agent ? ['--agent', agent] : []), '--db', db]
			]);
			if (added.code !== 0) throw new Error(`Preparing the fuzz: ${added.stderr}`);
		};
		await add();
		const actor: FuzzActor = { name, headers: {} };
		let renewing: Promise<void> | null = null;
		const renew = async (): Promise<void> => {
			let cookie = await sessionIn(db, email);
			if (cookie === null) {
				// An administrator has erased the agent, and the account went with it.
				if (agent) await ensureAgent(db, agent);
				await add();
				cookie = await sessionIn(db, email);
			}
			if (cookie === null) throw new Error(`Fuzzing: ${email} cannot sign in.`);
			actor.headers.cookie = cookie;
		};
		// Many of the requests under way may find the session ended: it is begun once.
		actor.renew = () => (renewing ??= renew().finally(() => (renewing = null)));
		await actor.renew();
		return actor;
	};
	const people = [
		await person('admin', 'admin'),
		await person('planner', 'planner'),
		await person('supervisor', 'supervisor'),
		await person('agent one', 'agent', 'agent-one')
	];
	await person('hidden-person', 'agent', 'agent-two');
	const praised = await fetch(`${url}/me?/comment`, {
		method: 'POST',
		headers: { ...people[2]!.headers, origin: url, accept: 'application/json' },
		body: new URLSearchParams({ agentId: 'agent-two', text: 'quetzalpraise' })
	});
	if (!(await praised.text()).includes('success'))
		throw new Error('Preparing the fuzz: the comment was refused.');
	return {
		actors: [
			{ name: 'nobody', headers: {} },
			{ name: 'wrong key', headers: { authorization: `Bearer mk_${'x'.repeat(43)}` } },
			...keys,
			...people
		],
		ids: [
			'contact-one',
			'queue-one',
			'agent-one',
			'agent-two',
			'customer-one',
			'agent:agent-two',
			'queue:queue-one',
			'main',
			'1'
		]
	};
}
