import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Floor } from '#lib/server/live/floor.ts';
import type { IntervalRow } from '#lib/server/intervals/index.ts';
import { seededRandom } from './seeded-random.ts';
import { recomputeFromLog } from './log-recomputation.ts';
import { makeKey } from './run-marea.ts';
import { startServer, type RunningServer } from './start-server.ts';

const DAY_MS = 86_400_000;
const byKey = (rows: IntervalRow[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

export interface KillReport {
	kills: number;
	acknowledged: number;
	/** In the log and never acknowledged: the answer was cut off, which is allowed. */
	unacknowledged: number;
	/** Kills that met a request on its way. */
	midRequest: number;
	/** What is wrong; empty when everything holds. */
	faults: string[];
}

/** Posts batches without a pause, kills the server at a moment drawn from the seed, starts it again and holds it against its log. */
export async function killDuringIngest({
	kills,
	seed,
	port
}: {
	kills: number;
	seed: number;
	port: number;
}): Promise<KillReport> {
	const folder = mkdtempSync(join(tmpdir(), 'marea-kill-'));
	const db = `file:${join(folder, 'marea.db')}`;
	const random = seededRandom(seed);
	const report: KillReport = { kills: 0, acknowledged: 0, unacknowledged: 0, midRequest: 0, faults: [] };
	const acknowledged = new Set<string>();
	let n = 0;
	let server: RunningServer | null = null;
	try {
		server = await startServer({ db, port });
		const ingest = {
			authorization: `Bearer ${await makeKey(db, 'ingest')}`,
			'content-type': 'application/json'
		};
		const read = { authorization: `Bearer ${await makeKey(db, 'read')}` };
		const post = async (url: string, batch: { id: string }[]): Promise<void> => {
			const answer = await fetch(`${url}/api/v1/events`, {
				method: 'POST',
				headers: ingest,
				body: JSON.stringify(batch)
			});
			if (answer.status !== 202) throw new Error(`POST answered ${answer.status}: ${await answer.text()}`);
			const { rejected } = (await answer.json()) as { rejected: unknown[] };
			if (rejected.length) report.faults.push(`rejected ${JSON.stringify(rejected[0])}`);
			for (const { id } of batch) acknowledged.add(id);
		};

		for (let round = 0; round < kills; round++) {
			const { url } = server;
			const limit = 4 + random(12);
			const spins = random(4_000);
			let answered = 0;
			let isKilled = false;
			const inFlight = new Set<number>();
			const lostBatches: { id: string }[][] = [];
			// Three clients, so that requests share transactions.
			const clients = [0, 1, 2].map(async (client) => {
				while (!isKilled) {
					const batch = makeBatch(random, (n += 1));
					inFlight.add(client);
					try {
						await post(url, batch);
						answered++;
					} catch (error) {
						if (!isKilled) report.faults.push(String(error));
						lostBatches.push(batch);
						return;
					} finally {
						inFlight.delete(client);
					}
				}
			});
			while (answered < limit && !report.faults.length) await setImmediate();
			for (let i = 0; i < spins; i++) await setImmediate();
			if (inFlight.size > 0) report.midRequest++;
			isKilled = true;
			await server.kill();
			await Promise.all(clients);
			report.kills++;
			server = await startServer({ db, port });
			// A client that got no answer sends again; whether the events had reached the log must make no difference.
			if (random(2)) for (const batch of lostBatches) await post(server.url, batch);
			await compare(server, db, read, acknowledged, report, round);
			if (report.faults.length) break;
		}
		report.acknowledged = acknowledged.size;
		await server.stop();
		return report;
	} finally {
		await server?.kill();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function compare(
	server: RunningServer,
	db: string,
	headers: Record<string, string>,
	acknowledged: ReadonlySet<string>,
	report: KillReport,
	round: number
): Promise<void> {
	const now = Date.now();
	const [fromMs, toMs] = [
		Math.floor(now / DAY_MS) * DAY_MS - DAY_MS,
		Math.floor(now / DAY_MS) * DAY_MS + 2 * DAY_MS
	];
	const get = async <T>(path: string): Promise<T> => {
		const answer = await fetch(server.url + path, { headers });
		if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	const query = new URLSearchParams({
		from: new Date(fromMs).toISOString(),
		to: new Date(toMs).toISOString(),
		interval: '15m'
	});
	const intervals = await get<IntervalRow[]>(`/api/v1/intervals?${query}`);
	const live = await get<Floor>('/api/v1/live');
	const truth = await recomputeFromLog(db, { fromMs, toMs, interval: '15m', queue: null });
	const fault = (text: string): void => void report.faults.push(`kill ${round + 1}: ${text}`);

	const counts = new Map<string, number>();
	for (const id of truth.ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	for (const id of acknowledged)
		if (counts.get(id) !== 1)
			fault(`event ${id} was acknowledged and is in the log ${counts.get(id) ?? 0} times`);
	report.unacknowledged = truth.ids.length - acknowledged.size;
	if (JSON.stringify(byKey(intervals)) !== JSON.stringify(byKey(truth.intervals)))
		fault('GET /api/v1/intervals is not what the log says');
	for (const row of live.queues) {
		if (row.waiting !== (truth.waiting.get(row.id) ?? 0))
			fault(`${row.id}: ${row.waiting} waiting, the log says ${truth.waiting.get(row.id) ?? 0}`);
		const ofQueue = truth.intervals.filter(
			({ queue, intervalStart }) => queue === row.id && Date.parse(intervalStart) >= live.clock.dayStartMs
		);
		for (const column of ['offered', 'answered', 'abandoned', 'answeredInThreshold'] as const) {
			const sum = ofQueue.reduce((total, interval) => total + interval[column], 0);
			if (row.today[column] !== sum)
				fault(`${row.id}: ${column} today ${row.today[column]}, the log says ${sum}`);
		}
	}
	if (live.queues.length === 0) fault('no queue is there');
	for (const difference of truth.verify.differences.slice(0, 3))
		fault(`verify: ${JSON.stringify(difference)}`);
}

/** Events of some contacts within the last minutes, in no order; earlier batches' contacts go on. */
function makeBatch(random: (n: number) => number, n: number): { id: string }[] {
	const now = Date.now();
	const kinds = ['started', 'queued', 'queued', 'answered', 'held', 'resumed', 'ended', 'wrapped'];
	return Array.from({ length: 50 + random(400) }, (_, i) => {
		const contact = `c${Math.max(0, n * 20 - random(400))}`;
		const kind = kinds[random(kinds.length)]!;
		const data = { contact, queue: `q${random(3)}`, agent: `a${random(5)}`, channel: 'voice' };
		return {
			specversion: '1.0',
			id: `${n}-${i}`,
			source: 'kill-test',
			type: `marea.contact.${kind}`,
			time: new Date(now - random(200_000)).toISOString(),
			data
		};
	});
}
