import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnFeed } from '#lib/contracts/feed.ts';
import type { NoticeList } from '#lib/contracts/notices.ts';
import { openSocket, type LiveSocket } from '../support/open-socket.ts';
import { makeKey, runMarea } from '../support/run-marea.ts';
import { signIn } from '../support/sign-in.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';

/** Whose feed the other asks for: the demo's agent, who has one. */
const OWNER = 'lucia.fernandez';
const OTHER = 'javier.ortega';
const PASSWORD = 'a-long-password';

let server: RunningServer;
let owner: string;
let other: string;
let coach: string;
const sockets: LiveSocket[] = [];

beforeAll(async () => {
	await ensureBuilt();
	server = await startServer({ demo: true });
	const added = await runMarea([
		'user',
		'add',
		...['--email', 'other@example.org', '--name', 'Other', '--role', 'agent', '--agent', OTHER],
		...['--password', PASSWORD, '--db', server.db]
	]);
	expect(added.code, added.stderr).toBe(0);
	owner = await signIn(server, 'agent@demo.marea');
	other = await signIn(server, 'other@example.org', PASSWORD);
	coach = await signIn(server, 'supervisor@demo.marea');
}, 300_000);
afterAll(async () => {
	for (const socket of sockets) socket.close();
	await server?.stop();
	server?.remove();
});

const get = (path: string, headers: Record<string, string>) =>
	fetch(server.url + path, { headers, redirect: 'manual' });
const post = (action: string, cookie: string, fields: Record<string, string>) =>
	fetch(`${server.url}/me?/${action}`, {
		method: 'POST',
		headers: { cookie, origin: server.url, accept: 'application/json' },
		body: new URLSearchParams(fields)
	}).then(async (response) => (await response.json()) as { type: string; status?: number; data?: string });
const feedOf = async (cookie: string, agent: string) =>
	(await (await get(`/api/v1/coaching/agents/${agent}`, { cookie })).json()) as OwnFeed;

async function connect(cookie: string): Promise<LiveSocket> {
	const socket = await openSocket(server.url, { cookie, origin: server.url });
	sockets.push(socket);
	return socket;
}
const joinNotices = (socket: LiveSocket) =>
	new Promise<NoticeList>((done, fail) =>
		socket.emit('notices:join', (answer) => (answer.ok ? done(answer.list) : fail(new Error(answer.error))))
	);

/** The demo writes its coaching once its past is there. */
async function seededFeed(): Promise<OwnFeed> {
	const until = Date.now() + 200_000;
	for (;;) {
		const feed = await feedOf(owner, OWNER);
		if (feed.sessions.length >= 3 && feed.kudos.length > 0) return feed;
		if (Date.now() > until) throw new Error('The demo has written no coaching of its agent.');
		await new Promise((done) => setTimeout(done, 500));
	}
}

describe('another agent’s request for a feed is refused on every path', () => {
	it('pages, CSV and API: 403, to an agent, a planner, and keys that are not for coaching', async () => {
		const feed = await seededFeed();
		expect(feed).toMatchObject({ agentId: OWNER, isOwn: true });
		const paths = [`/me?agent=${OWNER}`, `/me/feed.csv?agent=${OWNER}`, `/api/v1/coaching/agents/${OWNER}`];
		for (const path of paths) {
			expect((await get(path, { cookie: owner })).status, `${path}, its own`).toBe(200);
			expect((await get(path, { cookie: coach })).status, `${path}, a coach`).toBe(200);
			for (const cookie of [other, await signIn(server, 'planner@demo.marea')])
				expect((await get(path, { cookie })).status, path).toBe(403);
		}
		// Kit's own way to a page's data, which is answered part by part.
		const data = await (await get(`/me/__data.json?agent=${OWNER}`, { cookie: other })).text();
		expect(data).toContain('"status":403');
		expect(data).not.toContain(feed.sessions[0]!.id);
		const path = `/api/v1/coaching/agents/${OWNER}`;
		for (const scope of ['ingest', 'read'] as const) {
			const authorization = `Bearer ${await makeKey(server.db, scope)}`;
			expect((await get(path, { authorization })).status, scope).toBe(403);
		}
		const authorization = `Bearer ${await makeKey(server.db, 'coaching')}`;
		expect((await get(path, { authorization })).status).toBe(200);
		expect((await get(path, {})).status).toBe(401);
		expect((await get('/api/v1/coaching/agents/nobody', { cookie: coach })).status).toBe(404);
		// An unknown agent is no different from another one.
		expect((await get('/api/v1/coaching/agents/nobody', { cookie: other })).status).toBe(403);
		for (const page of [
			`/coaching/agents/${OWNER}`,
			`/coaching/sessions/${feed.sessions[0]!.id}`,
			'/coaching'
		])
			expect([403, 404], page).toContain((await get(page, { cookie: other })).status);
	}, 300_000);

	it('verbs behind the page: another’s session, comments and words stay as they are', async () => {
		const before = await seededFeed();
		const held = before.sessions.find(({ state }) => state === 'held')!;
		expect(await post('acknowledge', other, { id: held.id, comment: 'x' })).toMatchObject({
			type: 'failure',
			status: 409
		});
		expect(await post('comment', other, { agentId: OWNER, text: 'x' })).toMatchObject({
			type: 'failure',
			status: 403
		});
		expect(await post('comment', other, { agentId: OTHER, sessionId: held.id, text: 'x' })).toMatchObject({
			type: 'failure',
			status: 400
		});
		for (const { id } of before.comments) await post('removeComment', other, { id });
		const after = await feedOf(owner, OWNER);
		expect(after.sessions).toEqual(before.sessions);
		expect(after.comments).toEqual(before.comments);
	});

	it('what an agent reads holds no other agent’s name', async () => {
		const [feed, csv, page] = await Promise.all([
			get(`/api/v1/coaching/agents/${OWNER}`, { cookie: owner }).then((answer) => answer.text()),
			get('/me/feed.csv', { cookie: owner }).then((answer) => answer.text()),
			get('/me', { cookie: owner }).then((answer) => answer.text())
		]);
		for (const text of [feed, csv, page])
			for (const name of ['javier.ortega', 'Javier Ortega', 'marta.iglesias', 'Marta Iglesias'])
				expect(text).not.toContain(name);
		expect(csv.split('\r\n')[0]).toContain('fairExpectation');
	});

	it('calendars: an address opens its owner’s only, and nothing once revoked', async () => {
		const act = async (action: string, cookie: string) => {
			const response = await fetch(`${server.url}/me/calendar?/${action}`, {
				method: 'POST',
				headers: { cookie, origin: server.url, accept: 'application/json' },
				body: new URLSearchParams()
			});
			return (await response.json()) as { type: string; data?: string };
		};
		const addressIn = ({ data }: { data?: string }) => /\/calendar\/[\w-]+\.ics/.exec(data ?? '')![0];
		const own = addressIn(await act('make', owner));
		const others = addressIn(await act('make', other));
		const text = await (await get(own, {})).text();
		expect(text).toContain('BEGIN:VCALENDAR');
		const held = (await feedOf(owner, OWNER)).sessions[0]!;
		expect(text).toContain(`session-${held.id}@marea`);
		expect(await (await get(others, {})).text()).not.toContain(held.id);
		expect((await act('make', coach)).type).not.toBe('success');
		expect((await get('/calendar/guess.ics', {})).status).toBe(404);
		await act('revoke', other);
		expect((await get(own, {})).status).toBe(200);
		await act('revoke', owner);
		expect((await get(own, {})).status).toBe(404);
	});

	it('sockets: a notice goes to its own person; names that a socket sends choose nothing; other rooms are closed', async () => {
		const [mine, theirs] = [await connect(owner), await connect(other)];
		await joinNotices(mine);
		expect((await joinNotices(theirs)).latest).toEqual([]);
		const overheard: unknown[] = [];
		theirs.onAny((...heard) => overheard.push(heard));
		// Asking in another person's name: no answer, no room.
		const loose = theirs as unknown as { emit: (name: string, ...args: unknown[]) => void };
		for (const name of ['notices:join', 'own:join'])
			for (const asked of [OWNER, `agent:${OWNER}`, { agentId: OWNER }]) loose.emit(name, asked);
		const refused = (name: 'alerts:join' | 'needs:join' | 'commands:join') =>
			new Promise((done) => theirs.emit(name, done as never));
		for (const name of ['alerts:join', 'needs:join', 'commands:join'] as const)
			expect(await refused(name), name).toMatchObject({ ok: false });
		expect(await new Promise((done) => theirs.emit('floor:join', null, done))).toMatchObject({ ok: false });
		const told = new Promise<NoticeList>((done) => mine.once('notices:list', done));
		expect(await post('comment', coach, { agentId: OWNER, text: 'Well done today.' })).toMatchObject({
			type: 'success'
		});
		expect((await told).latest[0]).toMatchObject({ kind: 'comment.added', readAt: null });
		// A round trip later nothing has come to the other.
		await joinNotices(theirs);
		expect(overheard.filter((heard) => (heard as [string])[0] === 'notices:list')).toEqual([]);
		expect((await joinNotices(theirs)).latest).toEqual([]);
	});
});
