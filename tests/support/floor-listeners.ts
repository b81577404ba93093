import { Decoder } from 'socket.io-parser';
import * as parser from 'socket.io-parser';
import { io, type Socket } from 'socket.io-client';
import type {
	ClientToServer,
	FloorDelta,
	FloorJoin,
	FloorSnapshot,
	Refused,
	ServerToClient
} from '#lib/contracts/live.ts';
import { applyDelta } from '#lib/live/apply-delta.ts';

// A process of many browsers: node floor-listeners.ts URL COOKIE COUNT. One follows the floor as a page does; the
// others take each delta off the wire and note when it came. Prints a line when all have joined; the first line on
// its input ends it with a report.

const [url, cookie, count] = process.argv.slice(2) as [string, string, string];
const DELTA = '2["floor:delta",{"seq":';

/** When each delta came to each socket. */
const arrivals = new Map<number, number[]>();
/** When the events happened that a delta brought: agents' new states. */
const eventTimes = new Map<number, number[]>();
let bytes = 0;
let floor: FloorSnapshot | null = null;
let isBroken = false;

class NotingDecoder extends Decoder {
	override add(packet: unknown): void {
		if (typeof packet !== 'string' || !packet.startsWith(DELTA)) return super.add(packet);
		note(parseInt(packet.slice(DELTA.length, DELTA.length + 12), 10));
	}
}

function note(seq: number): void {
	const list = arrivals.get(seq);
	if (list) list.push(Date.now());
	else arrivals.set(seq, [Date.now()]);
}

function follow(delta: FloorDelta): void {
	note(delta.seq);
	const times = (delta.agents ?? []).flatMap(({ since }) => since ?? []);
	eventTimes.set(delta.seq, times);
	if (!floor) return;
	const next = applyDelta(floor, delta);
	if (!next) isBroken = true;
	else floor = next;
}

async function open(isPage: boolean): Promise<Socket<ServerToClient, ClientToServer>> {
	const socket: Socket<ServerToClient, ClientToServer> = io(url, {
		transports: ['websocket'],
		extraHeaders: { cookie, origin: url },
		reconnection: false,
		forceNew: true,
		...(isPage ? {} : { parser: { ...parser, Decoder: NotingDecoder } })
	});
	await new Promise<void>((done, fail) => {
		socket.once('connect', done);
		socket.once('connect_error', fail);
	});
	if (isPage) socket.on('floor:delta', follow);
	const answer = await new Promise<FloorJoin | Refused>((done) => socket.emit('floor:join', null, done));
	if (!answer.ok) throw new Error(answer.error);
	if (isPage && 'snapshot' in answer) floor = answer.snapshot;
	socket.io.engine.on('packet', ({ data }: { data?: string }) => (bytes += data?.length ?? 0));
	return socket;
}

const sockets: Socket[] = [];
for (let i = 0; i < Number(count); i++) sockets.push(await open(i === 0));
bytes = 0;
const startedAt = Date.now();
process.stdout.write('joined\n');
await new Promise((done) => process.stdin.once('data', done));

const latencies: number[] = [];
for (const [seq, times] of eventTimes)
	for (const at of times)
		if (at >= startedAt) for (const arrived of arrivals.get(seq) ?? []) latencies.push(arrived - at);
latencies.sort((a, b) => a - b);
const at = (share: number): number | null =>
	latencies.length ? latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]! : null;
const whole = [...arrivals.values()].filter((times) => times[0]! >= startedAt);
const complete = whole.filter((times) => times.length === sockets.length).length;
process.stdout.write(
	JSON.stringify({
		p50Ms: at(0.5),
		p99Ms: at(0.99),
		measured: latencies.length,
		deltas: whole.length,
		complete,
		isBroken,
		connected: sockets.filter((socket) => socket.connected).length,
		bytesPerClientSecond: bytes / sockets.length / ((Date.now() - startedAt) / 1000),
		floor
	}) + '\n',
	() => process.exit(0)
);
