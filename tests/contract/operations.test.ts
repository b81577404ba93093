import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { makeKey } from '../support/run-marea.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';

/** Everything that only a person or a secret could have brought in. */
const PERSONAL = [
	'Ana Gil',
	'Ana%20Gil',
	'ana@gil.es',
	'4111 1111',
	'hunter2-secret',
	'customer-777',
	'600 123 456'
];

let server: RunningServer;
let ingestKey: string;
let readKey: string;
beforeAll(async () => {
	await ensureBuilt();
	server = await startServer();
	[ingestKey, readKey] = [await makeKey(server.db, 'ingest'), await makeKey(server.db, 'read')];
}, 180_000);
afterAll(async () => {
	await server.stop();
	server.remove();
});

const event = (id: string, data: object, type = 'contact.queued') => ({
	specversion: '1.0',
	id,
	source: 'ops',
	type: `marea.${type}`,
	time: new Date().toISOString(),
	data
});
const post = (url: string, events: unknown, headers: Record<string, string> = {}) =>
	fetch(`${url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${ingestKey}`, 'content-type': 'application/json', ...headers },
		body: typeof events === 'string' ? events : JSON.stringify(events)
	});
const lines = () =>
	server
		.log()
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
	it('names each request in the answer and in its line, and takes nobody’s word for the name', async () => {
		const answer = await fetch(`${server.url}/api/v1/live`, {
			headers: { authorization: `Bearer ${readKey}`, 'x-request-id': 'forged' }
		});
		const id = answer.headers.get('x-request-id')!;
		expect(id).toMatch(/^[0-9a-f-]{36}$/);
		// The line comes by another way than the answer.
		await vi.waitFor(() => expect(lines().map(({ requestId }) => requestId)).toContain(id));
		expect(lines().find(({ requestId }) => requestId === id)).toMatchObject({
			msg: 'request',
			route: '/api/v1/live',
			method: 'GET',
			status: 200
		});
	});

	it('holds no name, word, address or secret, whatever is sent where', async () => {
		const personal = 'Ana Gil ana@gil.es 4111 1111 1111 1111';
		await post(server.url, [event('p1', { contact: 'c1', queue: 'q', customer: 'customer-777' })]);
		await post(server.url, [event('p2', { contact: 'c1', party: 'customer', text: personal }, 'message')]);
		await post(server.url, `[{"Ana Gil": hunter2-secret`);
		await post(server.url, [{ ...event('p3', {}), type: 'Ana Gil' }]);
		const tries: [string, RequestInit][] = [
			[`/contacts/Ana%20Gil?words=${encodeURIComponent(personal)}`, {}],
			[
				`/api/v1/contacts?words=${encodeURIComponent(personal)}`,
				{ headers: { authorization: `Bearer ${readKey}` } }
			],
			['/api/v1/live?at=Ana%20Gil', { headers: { authorization: `Bearer ${readKey}` } }],
			['/api/v1/live', { headers: { authorization: 'Bearer mk_hunter2-secret-hunter2-secret' } }],
			['/calendar/hunter2-secret.ics', {}],
			['/wallboard?token=hunter2-secret', {}],
			['/Ana%20Gil/600%20123%20456', {}],
			[
				'/api/v1/route',
				{ method: 'POST', headers: { authorization: `Bearer ${readKey}` }, body: `{"words": "${personal}"}` }
			],
			[
				'/sign-in',
				{
					method: 'POST',
					headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
					body: 'email=ana%40gil.es&password=hunter2-secret'
				}
			]
		];
		for (const [path, init] of tries)
			await (await fetch(server.url + path, { redirect: 'manual', ...init })).text();
		await vi.waitFor(() =>
			expect(lines().filter(({ msg }) => msg === 'request').length).toBeGreaterThanOrEqual(tries.length)
		);
		for (const trace of PERSONAL) expect(server.log()).not.toContain(trace);
	});
});

describe('/metrics', () => {
	it('tells of ingest, lag, sockets, the event loop, work and the database', async () => {
		await post(server.url, [event('m1', { contact: 'm', queue: 'q' })]);
		await post(server.url, [event('m1', { contact: 'm', queue: 'q' }), { nonsense: true }]);
		const text = await (
			await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${readKey}` } })
		).text();
		const value = (name: string) =>
			Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} ([\\d.e+-]+)$`, 'm').exec(text)?.[1] ?? NaN);
		expect(value('marea_ingest_events_total{outcome="accepted"}')).toBeGreaterThanOrEqual(1);
		expect(value('marea_ingest_events_total{outcome="duplicate"}')).toBe(1);
		expect(value('marea_ingest_events_total{outcome="rejected"}')).toBeGreaterThanOrEqual(1);
		expect(value('marea_ingest_seconds_count')).toBeGreaterThanOrEqual(2);
		expect(value('marea_source_lag_seconds{source="ops"}')).toBeLessThan(60);
		expect(value('marea_database_bytes')).toBeGreaterThan(100_000);
		expect(value('marea_database_wal_bytes')).toBeGreaterThan(0);
		expect(value('marea_database_write_seconds_count')).toBeGreaterThan(3);
		for (const name of [
			'marea_sockets',
			'marea_nodejs_eventloop_lag_p99_seconds',
			'marea_jobs_waiting',
			'marea_ingest_batches_waiting',
			'marea_process_resident_memory_bytes',
			'marea_database_busy_total'
		])
			expect(value(name), name).not.toBeNaN();
		expect(text).toMatch(
			/marea_http_request_seconds_bucket\{le="[^"]+",route="\/api\/v1\/events",method="POST",status="2xx"\}/
		);
	});

	it('is for keys and people, never for anyone', async () => {
		expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
	});
});

it('SIGTERM under load: readiness says no, what was acknowledged is in the log, and the process ends by itself', async () => {
	const own = await startServer();
	const key = await makeKey(own.db, 'ingest');
	const acknowledged = new Set<string>();
	let cut = 0;
	let over = false;
	const clients = Array.from({ length: 4 }, async (_, client) => {
		for (let n = 0; !over; n++) {
			const batch = Array.from({ length: 50 }, (_, i) =>
				event(`${client}-${n}-${i}`, { contact: `c${client}-${n}-${i}`, queue: 'q' })
			);
			try {
				const answer = await fetch(`${own.url}/api/v1/events`, {
					method: 'POST',
					headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
					body: JSON.stringify(batch)
				});
				expect(answer.status).toBe(202);
				for (const { id } of batch) acknowledged.add(id);
			} catch (error) {
				// A connection that was never taken is allowed; one that was must be answered.
				if (!/ECONNREFUSED|other side closed|ECONNRESET/.test(String((error as Error).cause))) throw error;
				cut++;
				return;
			}
		}
	});
	while (acknowledged.size < 500) await new Promise(setImmediate);
	expect((await fetch(`${own.url}/readyz`)).status).toBe(200);
	const startedAt = performance.now();
	const code = await own.stop();
	over = true;
	await Promise.all(clients);
	expect(code).toBe(0);
	expect(performance.now() - startedAt).toBeLessThan(20_000);
	expect(own.log()).toContain('"msg":"stopped"');

	const again = await startServer({ db: own.db });
	try {
		const { createClient } = await import('@libsql/client');
		const client = createClient({ url: own.db });
		const { rows } = await client.execute(`SELECT id FROM event_log WHERE source = 'ops'`);
		const stored = new Set(rows.map(({ id }) => String(id)));
		expect(stored.size).toBe(rows.length);
		expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
		// In-flight batches were answered: at most what each client had just sent can be without an answer.
		expect(stored.size - acknowledged.size).toBeLessThanOrEqual(cut * 50);
		client.close();
	} finally {
		await again.stop();
		own.remove();
	}
}, 60_000);

it('with a grace time readiness says no while everything is still answered', async () => {
	process.env.MAREA_DRAIN_SECONDS = '3';
	const own = await startServer();
	delete process.env.MAREA_DRAIN_SECONDS;
	const key = await makeKey(own.db, 'ingest');
	const stopped = own.stop();
	let answer: Response;
	do answer = await fetch(`${own.url}/readyz`);
	while (answer.status === 200);
	expect(answer.status).toBe(503);
	expect(await answer.json()).toMatchObject({ status: 'draining' });
	expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
	const late = await fetch(`${own.url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify([event('late', { contact: 'l', queue: 'q' })])
	});
	expect(late.status).toBe(202);
	expect(await stopped).toBe(0);
	own.remove();
}, 60_000);
