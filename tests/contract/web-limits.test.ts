import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { openSocket, type LiveSocket } from '../support/open-socket.ts';
import { answerAfterBody, openRaw, rawHttp } from '../support/raw-http.ts';
import { makeKey } from '../support/run-marea.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { ADMIN, withAdmin } from '../support/with-admin.ts';

/** Of a key: a burst of ten times that. */
const PER_SECOND = 6;

let server: RunningServer;
let slow: RunningServer;
let cookie: string;
let ingest: Record<string, string>;
beforeAll(async () => {
	await ensureBuilt();
	[server, slow] = await Promise.all([
		startServer({ env: { MAREA_SOCKETS_PER_PERSON: '3' } }),
		startServer({ env: { MAREA_REQUESTS_PER_SECOND: String(PER_SECOND) } })
	]);
	cookie = await withAdmin(server);
	ingest = { authorization: `Bearer ${await makeKey(server.db, 'ingest')}` };
}, 240_000);
afterAll(async () => {
	for (const running of [server, slow]) {
		await running?.stop();
		running?.remove();
	}
});

describe('rates', () => {
	it('of a key: a burst passes, then 429 with when to come again; other keys go on; health is always answered', async () => {
		const [one, other] = [await makeKey(slow.db, 'read'), await makeKey(slow.db, 'read')];
		const live = (key: string) =>
			fetch(`${slow.url}/api/v1/live`, { headers: { authorization: `Bearer ${key}` } });
		const answers = await Promise.all(Array.from({ length: PER_SECOND * 10 + 60 }, () => live(one)));
		const statuses = answers.map(({ status }) => status);
		const passed = statuses.filter((status) => status === 200).length;
		expect(passed).toBeGreaterThanOrEqual(PER_SECOND * 10);
		expect(passed).toBeLessThan(PER_SECOND * 10 + 60);
		expect(new Set(statuses)).toEqual(new Set([200, 429]));
		const turned = answers.find(({ status }) => status === 429)!;
		expect(Number(turned.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
		expect(await turned.json()).toHaveProperty('error');
		expect((await live(other)).status).toBe(200);
		expect((await fetch(`${slow.url}/healthz`)).status).toBe(200);
	});

	it('of an address without account or key, whatever address it claims to have', async () => {
		const statuses = await Promise.all(
			Array.from({ length: 40 }, (_, i) =>
				fetch(`${slow.url}/sign-in`, {
					headers: { 'x-forwarded-for': `203.0.113.${i}` },
					redirect: 'manual'
				}).then(({ status }) => status)
			)
		);
		expect(statuses).toContain(429);
		// A page that asks for its data anew is told in words, too.
		const data = await fetch(`${slow.url}/sign-in/__data.json`);
		expect(data.status).toBe(429);
		expect(await data.json()).toMatchObject({ message: expect.stringMatching(/\d/) as string });
	});

	it('of guesses at a password: the sixth in a row waits, the right one too', async () => {
		const guess = (password: string) =>
			fetch(`${server.url}/sign-in`, {
				method: 'POST',
				redirect: 'manual',
				headers: {
					'content-type': 'application/x-www-form-urlencoded',
					accept: 'text/html',
					origin: server.url
				},
				body: new URLSearchParams({ email: ADMIN.email, password })
			}).then(({ status }) => status);
		const statuses: number[] = [];
		for (let i = 0; i < 6; i++) statuses.push(await guess(`wrong ${i}`));
		expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
		expect(await guess(ADMIN.password)).toBe(429);
	});
});

describe('sockets', () => {
	const open = () => openSocket(server.url, { cookie, origin: server.url });
	const closed = (socket: LiveSocket) => new Promise<void>((done) => socket.once('disconnect', () => done()));

	it('of one person: so many and no more, until one is closed', async () => {
		const sockets = await Promise.all([open(), open(), open()]);
		await expect(open()).rejects.toThrow('At most 3');
		sockets[0]!.close();
		await expect
			.poll(() =>
				open().then(
					(socket) => sockets.push(socket),
					() => 0
				)
			)
			.toBeGreaterThan(0);
		for (const socket of sockets) socket.close();
	});

	it('that flood, or send what is too large, are closed; the others hear nothing of it', async () => {
		await expect
			.poll(() =>
				open().then(
					(socket) => socket.close() && true,
					() => false
				)
			)
			.toBe(true);
		const [calm, loud, large] = [await open(), await open(), await open()];
		const [loudEnds, largeEnds] = [closed(loud), closed(large)];
		for (let i = 0; i < 200; i++) loud.emit('floor:leave');
		(large as unknown as { emit: (name: string, text: string) => void }).emit('x', 'y'.repeat(150_000));
		await Promise.all([loudEnds, largeEnds]);
		expect(await new Promise((done) => calm.emit('needs:join', done))).toMatchObject({ ok: true });
		calm.close();
	});
});

describe('sizes', () => {
	const head = (lines: string[]): string => [...lines, '', ''].join('\r\n');

	it('of a request: 414, 431, 413 and 411 by the first lines, before a body is read', async () => {
		const status = (lines: string[]) => rawHttp(server.port, head(lines)).then((answer) => answer.status);
		expect(await status([`GET /?${'a'.repeat(9_000)} HTTP/1.1`, 'Host: x'])).toBe(414);
		expect(await status(['GET / HTTP/1.1', 'Host: x', `X-Long: ${'a'.repeat(20_000)}`])).toBe(431);
		expect(await status(['POST /sign-in HTTP/1.1', 'Host: x', 'Content-Length: 5000000'])).toBe(413);
		expect(await status(['POST /api/v1/events HTTP/1.1', 'Host: x', 'Content-Length: 40000000'])).toBe(413);
		expect(await status(['POST /sign-in HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'])).toBe(411);
	});

	it.each([
		[414, 9_000, 'longer than'],
		// The parser itself gives up before the request is one.
		[431, 20_000, '']
	])(
		'of a request with a body: %i is read, though the body was still coming',
		async (status, characters, says) => {
			const line = `POST /sign-in?${'a'.repeat(characters)} HTTP/1.1`;
			const late = await answerAfterBody(server.port, head([line, 'Host: x', 'Content-Length: 200000']));
			expect(late.status).toBe(status);
			expect(late.text).toContain(says);
			for (let n = 0; n < 40; n++) {
				const address = `${server.url}/sign-in?${'a'.repeat(characters)}`;
				const answer = await fetch(address, { method: 'POST', body: 'b'.repeat(200_000) });
				expect(answer.status).toBe(status);
				expect(await answer.text()).toContain(says);
			}
		}
	);

	it('of a batch: counted as it comes, by bytes and by events; each event for itself', async () => {
		const send = (body: BodyInit) =>
			fetch(`${server.url}/api/v1/events`, { method: 'POST', headers: ingest, body });
		// One that never ends is answered at the limit and then cut off.
		const endless = await openRaw(server.port);
		let heard = '';
		endless.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')));
		const isClosed = new Promise<void>((done) => endless.once('close', () => done()));
		endless.write(
			head([
				...['POST /api/v1/events HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'],
				`Authorization: ${ingest.authorization}`
			])
		);
		const chunk = `${(100_000).toString(16)}\r\n${' '.repeat(100_000)}\r\n`;
		const more = (): void => {
			while (!endless.destroyed && endless.write(chunk));
		};
		endless.on('drain', more);
		more();
		await isClosed;
		expect(heard).toMatch(/^HTTP\/1\.1 413/);
		const many = await send(JSON.stringify(Array.from({ length: 50_001 }, () => 0)));
		expect(many.status).toBe(400);
		const event = (id: string, text: string) => ({
			...{ specversion: '1.0', id, source: 'sizes', type: 'marea.message', time: new Date().toISOString() },
			data: { contact: 'c', party: 'customer', text }
		});
		const mixed = await send(JSON.stringify([event('a', 'short'), event('b', 'y'.repeat(300_000))]));
		expect(await mixed.json()).toMatchObject({ accepted: 1, rejected: [{ id: 'b' }] });
		const deep = await send('['.repeat(200_000) + ']'.repeat(200_000));
		expect([202, 400]).toContain(deep.status);
		expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	}, 60_000);

	it('of an upload, and its kind: a workbook, a program and a picture are no history, and nothing of them is kept', async () => {
		const upload = (body: BodyInit, name: string) =>
			fetch(`${server.url}/api/v1/history?fileName=${name}`, {
				method: 'POST',
				headers: { cookie, origin: server.url },
				body
			});
		for (const [name, start] of [
			['calls.xlsx', [0x50, 0x4b, 3, 4]],
			['calls.csv', [0x7f, 0x45, 0x4c, 0x46]],
			['calls.png', [0x89, 0x50, 0x4e, 0x47]]
		] as const) {
			const bytes = new Uint8Array(4_000).map((_, i) => start[i] ?? (i * 7919) % 256);
			const answer = await upload(bytes, name);
			expect(answer.status, name).toBe(200);
			expect(await answer.json(), name).toMatchObject({ status: 'refused' });
		}
		expect((await upload(new Uint8Array(32_500_000), 'big.csv')).status).toBe(413);
		const history = await (await fetch(`${server.url}/api/v1/history`, { headers: { cookie } })).json();
		expect(history).toMatchObject({ imports: [] });
	}, 60_000);
});
