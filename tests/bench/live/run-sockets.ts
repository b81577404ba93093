import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { busyFloor, type FloorSize } from '../../support/busy-floor.ts';
import { makeKey, runMarea } from '../../support/run-marea.ts';
import { seedBusyCentre } from '../../support/seed-busy-centre.ts';
import { signIn } from '../../support/sign-in.ts';
import { startServer, type RunningServer } from '../../support/start-server.ts';

const SEND_EVERY_MS = 50;
const CLOCK_TICKS_PER_SECOND = 100;
const WARM_UP_SECONDS = 3;
const PASSWORD = 'correct horse battery';

export interface SocketLoad extends FloorSize {
	sockets: number;
	eventsPerSecond: number;
	seconds: number;
}

export interface SocketFigures {
	p50Ms: number;
	p99Ms: number;
	/** Deliveries of an event to a socket. */
	measured: number;
	bytesPerClientSecond: number;
	sentPerSecond: number;
	/** Of one core. */
	serverCpu: number;
	rssMb: number;
	/** What is wrong; empty when everything holds. */
	faults: string[];
}

interface Heard {
	p50Ms: number;
	p99Ms: number;
	measured: number;
	deltas: number;
	complete: number;
	isBroken: boolean;
	connected: number;
	bytesPerClientSecond: number;
	floor: FloorSnapshot;
}

const cpuSeconds = (pid: number): number => {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
	return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SECOND;
};
const rssMb = (pid: number): number =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

/** A server under a steady stream of events with many sockets on it, each in the place that it has in life: three processes. */
export async function runSockets(folder: string, load: SocketLoad, port: number): Promise<SocketFigures> {
	const db = `file:${join(folder, `sockets-${load.sockets}-${load.agents}-${load.queues}-${load.eventsPerSecond}.db`)}`;
	await seedBusyCentre(db, load);
	const user = [
		'--email',
		'ana@example.org',
		'--name',
		'Ana',
		'--role',
		'supervisor',
		'--password',
		PASSWORD
	];
	await runMarea(['user', 'add', ...user, '--db', db]);
	// All readers are one person at one address here.
	const server = await startServer({ db, port, env: { MAREA_SOCKETS_PER_PERSON: '100000' } });
	const pid = server.process.pid!;
	try {
		const cookie = await signIn(server, 'ana@example.org', PASSWORD);
		const headers = {
			authorization: `Bearer ${await makeKey(db, 'ingest')}`,
			'content-type': 'application/json'
		};
		const total = Math.round(load.eventsPerSecond * (load.seconds + WARM_UP_SECONDS));
		const events = busyFloor(total, Date.now(), 1_000 * total, load);
		let sent = 0;
		let accepted = 0;
		async function stream(seconds: number): Promise<void> {
			const startedAt = performance.now();
			const answers: Promise<void>[] = [];
			for (let from = sent; ;) {
				const spent = (performance.now() - startedAt) / 1000;
				const due = Math.min(
					events.length,
					from + Math.round(Math.min(spent, seconds) * load.eventsPerSecond)
				);
				const time = new Date().toISOString();
				const batch = events.slice(sent, due).map(({ source, id, type, data }) => ({
					specversion: '1.0',
					source,
					id,
					type,
					time,
					data
				}));
				sent = due;
				if (batch.length > 0)
					answers.push(
						fetch(`${server.url}/api/v1/events`, { method: 'POST', headers, body: JSON.stringify(batch) })
							.then((answer) => answer.json())
							.then((answer) => void (accepted += (answer as { accepted: number }).accepted))
					);
				if (spent >= seconds) break;
				await new Promise((done) => setTimeout(done, SEND_EVERY_MS));
			}
			await Promise.all(answers);
		}

		await stream(WARM_UP_SECONDS);
		const listeners = spawn(
			process.execPath,
			['tests/support/floor-listeners.ts', server.url, cookie, String(load.sockets)],
			{ stdio: ['pipe', 'pipe', 'inherit'] }
		);
		const lines = createInterface({ input: listeners.stdout })[Symbol.asyncIterator]();
		await lines.next();
		const before = cpuSeconds(pid);
		const startedAt = performance.now();
		const sentBefore = sent;
		await stream(load.seconds);
		const seconds = (performance.now() - startedAt) / 1000;
		const spent = cpuSeconds(pid) - before;
		const memory = rssMb(pid);
		// The last tick's delta is on its way.
		await new Promise((done) => setTimeout(done, 1_500));
		const live = await readLive(server, cookie);
		listeners.stdin.write('report\n');
		const heard = JSON.parse((await lines.next()).value as string) as Heard;
		const faults = faultsOf(heard, live, load, accepted, sent);
		return {
			p50Ms: heard.p50Ms,
			p99Ms: heard.p99Ms,
			measured: heard.measured,
			bytesPerClientSecond: heard.bytesPerClientSecond,
			sentPerSecond: (sent - sentBefore) / seconds,
			serverCpu: spent / seconds,
			rssMb: memory,
			faults
		};
	} finally {
		await server.stop();
	}
}

const readLive = async (server: RunningServer, cookie: string): Promise<FloorSnapshot> =>
	(await (await fetch(`${server.url}/api/v1/live`, { headers: { cookie } })).json()) as FloorSnapshot;

function faultsOf(
	heard: Heard,
	live: FloorSnapshot,
	load: SocketLoad,
	accepted: number,
	sent: number
): string[] {
	const faults: string[] = [];
	if (accepted !== sent) faults.push(`${sent} events sent, ${accepted} accepted`);
	if (heard.isBroken) faults.push('a delta did not follow the one before');
	if (heard.connected !== load.sockets) faults.push(`${heard.connected} sockets are left`);
	if (heard.complete < heard.deltas)
		faults.push(`${heard.deltas - heard.complete} deltas did not reach every socket`);
	if (heard.measured === 0) faults.push('no event was seen to arrive');
	const shown = (floor: FloorSnapshot): string =>
		JSON.stringify([
			floor.queues.map(({ id, waiting, handling, oldestEnteredAt, today, agents }) => [
				id,
				waiting,
				handling,
				oldestEnteredAt,
				today.offered,
				today.serviceLevel,
				Object.entries(agents).sort()
			]),
			floor.agents.map(({ id, state, since, contacts }) => [id, state, since, contacts])
		]);
	if (shown(heard.floor) !== shown(live))
		faults.push('the floor put together from deltas is not the server’s');
	return faults;
}
