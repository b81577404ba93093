import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FloorDelta, FloorSnapshot } from '#lib/contracts/live.ts';
import { joinFloor, openSocket, type LiveSocket } from '../support/open-socket.ts';
import { makeKey } from '../support/run-marea.ts';
import { signIn } from '../support/sign-in.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';

const event = (id: string, type: string, data: object) => ({
	specversion: '1.0',
	id,
	source: 'one-hub-test',
	type: `marea.${type}`,
	time: new Date().toISOString(),
	data
});

describe.each([
	['the production build', false],
	['the dev server', true]
])('a route and a socket see one hub in %s', (_, dev) => {
	let server: RunningServer;
	let cookie: string;
	let ingestKey: string;
	let socket: LiveSocket;

	beforeAll(async () => {
		if (!dev) await ensureBuilt();
		server = await startServer({ demo: true, dev });
		// The dev server opens the runtime when it listens; the first request waits for it.
		expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
		cookie = await signIn(server, 'supervisor@demo.marea');
		ingestKey = await makeKey(server.db, 'ingest');
	}, 120_000);
	afterAll(async () => {
		socket?.close();
		await server?.stop();
		server?.remove();
	});

	it('an event posted to the route reaches the socket as a delta, and the route reads the same number', async () => {
		socket = await openSocket(server.url, { cookie, origin: server.url });
		const join = await joinFloor(socket);
		expect(join).toMatchObject({ ok: true });
		const { epoch } = (join as { snapshot: FloorSnapshot }).snapshot;
		const seen = new Promise<FloorDelta>((done) =>
			socket.on('floor:delta', (delta) => {
				if (delta.queues?.some((row) => row.id === 'hub-queue' && row.waiting === 2)) done(delta);
			})
		);
		const posted = await fetch(`${server.url}/api/v1/events`, {
			method: 'POST',
			headers: { authorization: `Bearer ${ingestKey}`, 'content-type': 'application/cloudevents-batch+json' },
			body: JSON.stringify([
				event('a', 'contact.queued', { contact: 'c1', queue: 'hub-queue', channel: 'chat' }),
				event('b', 'contact.queued', { contact: 'c2', queue: 'hub-queue', channel: 'chat' })
			])
		});
		expect([posted.status, await posted.json()]).toEqual([202, { accepted: 2, duplicates: 0, rejected: [] }]);
		const delta = await seen;
		expect(delta.epoch).toBe(epoch);
		const live = (await (
			await fetch(`${server.url}/api/v1/live`, { headers: { cookie } })
		).json()) as FloorSnapshot;
		expect(live.queues.find((row) => row.id === 'hub-queue')).toMatchObject({
			waiting: 2,
			isDiscovered: true,
			channel: 'chat'
		});
	});

	it('whoever lacks the right is refused on the page, the API and the socket', async () => {
		const agent = await signIn(server, 'agent@demo.marea');
		expect((await fetch(`${server.url}/api/v1/live`, { headers: { cookie: agent } })).status).toBe(403);
		expect((await fetch(`${server.url}/plan/forecast`, { headers: { cookie: agent } })).status).toBe(403);
		const agentSocket = await openSocket(server.url, { cookie: agent, origin: server.url });
		expect(await joinFloor(agentSocket)).toEqual({ ok: false, error: expect.stringContaining('live.view') });
		agentSocket.close();
	});

	it('whoever is not signed in is refused on the page, the API and the socket', async () => {
		const page = await fetch(`${server.url}/`, { redirect: 'manual' });
		expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?next=%2F']);
		expect((await fetch(`${server.url}/api/v1/live`)).status).toBe(401);
		expect(
			(await fetch(`${server.url}/api/v1/live`, { headers: { authorization: 'Bearer mk_wrong' } })).status
		).toBe(401);
		await expect(openSocket(server.url, { origin: server.url })).rejects.toThrow('Sign in first');
	});

	it('a page of another origin cannot open a socket with this one’s cookie', async () => {
		await expect(openSocket(server.url, { cookie, origin: 'http://elsewhere.example' })).rejects.toThrow();
	});

	it('a form of another site is refused, and plain curl with a key is not', async () => {
		const form = { method: 'POST', body: new URLSearchParams({ email: 'x@example.org', password: 'x' }) };
		const foreign = { ...form, headers: { cookie, origin: 'http://elsewhere.example' } };
		for (const path of ['/sign-in', '/sign-out', '/api/v1/events'])
			expect((await fetch(server.url + path, foreign)).status, path).toBe(403);
		expect((await fetch(`${server.url}/sign-out`, { ...form, headers: { cookie } })).status).toBe(403);
		const curl = await fetch(`${server.url}/api/v1/events`, {
			method: 'POST',
			headers: { authorization: `Bearer ${ingestKey}`, 'content-type': 'application/x-www-form-urlencoded' },
			body: JSON.stringify(event('curl', 'contact.started', { contact: 'c9' }))
		});
		expect([curl.status, await curl.json()]).toEqual([202, { accepted: 1, duplicates: 0, rejected: [] }]);
	});

	it('an ingest key does not read and a read key does not ingest', async () => {
		const readKey = await makeKey(server.db, 'read');
		const live = await fetch(`${server.url}/api/v1/live`, {
			headers: { authorization: `Bearer ${ingestKey}` }
		});
		expect(live.status).toBe(403);
		const ingest = await fetch(`${server.url}/api/v1/events`, {
			method: 'POST',
			headers: { authorization: `Bearer ${readKey}`, 'content-type': 'application/json' },
			body: JSON.stringify(event('x', 'contact.started', { contact: 'c3' }))
		});
		expect(ingest.status).toBe(403);
	});
});
