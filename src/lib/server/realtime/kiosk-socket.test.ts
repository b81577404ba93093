import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { SYSTEM } from '../context.ts';
import { createKiosk, Revocations, revokeKiosk } from '../kiosks/index.ts';
import { attachRealtime } from './attach-realtime.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

const supervisor = actorWithRole('supervisor');
const never = () => () => undefined;
let test: Awaited<ReturnType<typeof openTestContext>>;
let server: Server;
let detach: () => Promise<void>;
let kiosks: Revocations;
let url: string;

beforeEach(async () => {
	test = await openTestContext();
	const centre = await Centre.open(test.ctx, () => null);
	const told = ['Hall', 'Lab'].flatMap((queue) => [
		{ type: 'marea.contact.queued', data: { contact: `c-${queue}`, queue, customer: 'Ana Ruiz' } },
		{ type: 'marea.agent.state', data: { agent: `Eva of ${queue}`, state: 'available' as const } }
	]);
	await centre.ingest.accept(
		SYSTEM,
		told.map(({ type, data }, i) => ({ id: `${i}`, source: 't', type, at: test.clock.at, data }))
	);
	centre.tick();
	kiosks = new Revocations();
	current.runtime = {
		ctx: test.ctx,
		centre,
		kiosks,
		jobs: { find: async () => null, listen: never },
		needs: { listen: never, onTick: never },
		balancing: { balance: { listen: never } },
		watch: { alerts: { listen: never }, commands: { listen: never } }
	};
	server = createServer();
	detach = attachRealtime(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	await detach();
	server.close();
	test.close();
});

const board = { seconds: 10, locale: 'en' as const, theme: 'dark' as const };

function open(token: unknown) {
	const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } });
	const opened = new Promise<void>((done, fail) => {
		socket.once('connect', done);
		socket.once('connect_error', fail);
	});
	const ask = (name: string, ...args: unknown[]): Promise<Record<string, unknown>> =>
		socket.timeout(5_000).emitWithAck(name, ...args);
	return { socket, opened, ask };
}

it('a kiosk link is told its own queues’ numbers, nobody’s name, and nothing else', async () => {
	const { token } = await createKiosk(test.ctx, supervisor, {
		name: 'H',
		board: { ...board, queues: ['Hall'] }
	});
	const { socket, opened, ask } = open(token);
	await opened;
	const joined = await ask('board:join', ['Lab']);
	expect(joined).toMatchObject({
		ok: true,
		numbers: { site: { waiting: 2 }, queues: [{ id: 'Hall', waiting: 1 }] }
	});
	expect(JSON.stringify(joined)).not.toMatch(/Eva|Ana|c-Hall|"Lab"/);
	for (const [name, ...args] of [
		['floor:join', null],
		['windows:join', '15m'],
		['alerts:join'],
		['job:watch', 'any']
	] as const)
		expect(await ask(name, ...args), name).toMatchObject({ ok: false });
	const next = await new Promise((done) => socket.once('board:numbers', done));
	expect(JSON.stringify(next)).not.toMatch(/Eva|Ana|"Lab"/);
	socket.close();
});

it('revoking a link cuts the line of its open page, and lets no new one in', async () => {
	const { id, token } = await createKiosk(test.ctx, supervisor, {
		name: 'H',
		board: { ...board, queues: [] }
	});
	const { socket, opened } = open(token);
	await opened;
	const cut = new Promise((done) => socket.once('disconnect', done));
	await revokeKiosk(test.ctx, supervisor, { kioskId: id }, kiosks);
	expect(await cut).toBe('io server disconnect');
	await expect(open(token).opened).rejects.toThrow('unknown or revoked');
	socket.close();
});

it.each(['kiosk_guess', '', null, { $ne: 1 }])('a line with the token %j is refused', async (token) => {
	const { socket, opened } = open(token);
	await expect(opened).rejects.toThrow('unknown or revoked');
	socket.close();
});
