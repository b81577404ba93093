import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { openSocket } from '../support/open-socket.ts';
import { rawHttp } from '../support/raw-http.ts';
import { makeKey } from '../support/run-marea.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { ADMIN, withAdmin } from '../support/with-admin.ts';

let server: RunningServer;
let cookie: string;
beforeAll(async () => {
	await ensureBuilt();
	server = await startServer();
	cookie = await withAdmin(server);
}, 240_000);
afterAll(async () => {
	await server?.stop();
	server?.remove();
});

const post = (path: string, headers: Record<string, string>, body: string) =>
	fetch(server.url + path, { method: 'POST', redirect: 'manual', headers, body });
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const foreign = ['https://evil.example', 'null', undefined];

describe('a write that a cookie would allow', () => {
	it('comes from our own pages: forms, JSON and deletions of another origin, of none, or of "null" are refused', async () => {
		for (const origin of foreign) {
			const from = { ...(origin ? { origin } : {}), cookie };
			for (const [path, headers, body] of [
				['/sign-in', form, new URLSearchParams(ADMIN).toString()],
				['/settings/keys?/add', form, 'name=forged&scope=read'],
				['/sign-out', form, ''],
				['/views', { 'content-type': 'text/plain' }, '{"name":"forged","path":"/"}'],
				['/api/v1/commands', { 'content-type': 'text/plain' }, '{"kind":"agent.state"}'],
				['/api/v1/events', { 'content-type': 'text/plain' }, '[]']
			] as const)
				expect((await post(path, { ...from, ...headers }, body)).status, `${path} from ${origin}`).toBe(403);
			const removed = await fetch(`${server.url}/views/any`, {
				method: 'DELETE',
				headers: { cookie, ...(origin ? { origin } : {}) }
			});
			expect(removed.status).toBe(403);
		}
		expect((await fetch(`${server.url}/settings`, { headers: { cookie }, redirect: 'manual' })).status).toBe(
			200
		);
	});

	it('is no GET: reading a form’s address changes nothing, and signing out needs a POST', async () => {
		await fetch(`${server.url}/sign-out`, { headers: { cookie }, redirect: 'manual' });
		expect((await fetch(`${server.url}/settings`, { headers: { cookie }, redirect: 'manual' })).status).toBe(
			200
		);
	});

	it('with an API key needs no origin: no browser adds a key by itself', async () => {
		const authorization = `Bearer ${await makeKey(server.db, 'ingest')}`;
		expect((await post('/api/v1/events', { authorization }, '[]')).status).toBe(202);
		// A key opens no page, and no cookie stands in for a wrong key.
		const page = await fetch(`${server.url}/settings`, { headers: { authorization }, redirect: 'manual' });
		expect(page.status).toBe(303);
		const wrong = await fetch(`${server.url}/api/v1/live`, {
			headers: { cookie, authorization: `Bearer mk_${'x'.repeat(43)}` }
		});
		expect(wrong.status).toBe(401);
	});
});

describe('sockets', () => {
	it('of another origin are refused at the handshake, and without a session afterwards', async () => {
		for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`])
			await expect(openSocket(server.url, { cookie, origin }), origin).rejects.toThrow();
		await expect(openSocket(server.url, { origin: server.url })).rejects.toThrow('Sign in first');
		const socket = await openSocket(server.url, { cookie, origin: server.url });
		expect(socket.connected).toBe(true);
		socket.close();
	});
});

describe('what is not served', () => {
	it('no method beyond those of the routes, no file outside the build, no listing, no other site’s redirect', async () => {
		for (const method of ['TRACE', 'PROPFIND', 'SEARCH'])
			expect((await rawHttp(server.port, `${method} / HTTP/1.1\r\nHost: x\r\n\r\n`)).status, method).toBe(
				405
			);
		for (const path of [
			'/.git/config',
			'/..%2f..%2fpackage.json',
			'/%2e%2e/package.json',
			'/package.json',
			'/_app/',
			'/_app/immutable/',
			'/data/marea.db'
		]) {
			const answer = await rawHttp(
				server.port,
				`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`
			);
			expect([400, 403, 404], path).toContain(answer.status);
			expect(answer.text, path).not.toContain('"private": true');
		}
		const away = await post(
			'/sign-in?next=//evil.example/x',
			{ ...form, origin: server.url },
			`${new URLSearchParams(ADMIN)}`
		);
		expect([away.status, away.headers.get('location')]).toEqual([303, '/']);
	});

	it('two lengths of one request are refused: no proxy and server may read different requests', async () => {
		const smuggled =
			'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n';
		expect((await rawHttp(server.port, smuggled)).status).toBe(400);
		const split = 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef';
		expect((await rawHttp(server.port, split)).status).toBe(400);
	});

	it('an error names an id, not the code behind it', async () => {
		const answer = await post('/plan/capacity?/compute', { cookie, ...form, origin: server.url }, 'wish={');
		expect(await answer.text()).not.toMatch(/\.(ts|js):\d+|node_modules|SQLITE/);
	});
});
