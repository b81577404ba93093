import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { seededRandom } from './seeded-random.ts';
import { holdAgainstLog } from './faults/hold-against-log.ts';
import { makeBatch } from './faults/make-batch.ts';
import { makeKey } from './run-marea.ts';
import { startServer, type RunningServer } from './start-server.ts';

export interface KillReport {
	kills: number;
	acknowledged: number;
	/** In the log and never acknowledged: the answer was cut off, which is allowed. */
	unacknowledged: number;
	/** Kills that met a request on its way. */
	midRequest: number;
	lost: number;
	doubled: number;
	differences: number;
	/** From the kill until the server says that it is ready. */
	slowestReturnSeconds: number;
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
	const report: KillReport = {
		kills: 0,
		acknowledged: 0,
		unacknowledged: 0,
		midRequest: 0,
		lost: 0,
		doubled: 0,
		differences: 0,
		slowestReturnSeconds: 0,
		faults: []
	};
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
			const killedAt = performance.now();
			await server.kill();
			await Promise.all(clients);
			report.kills++;
			server = await startServer({ db, port });
			const seconds = (performance.now() - killedAt) / 1000;
			report.slowestReturnSeconds = Math.max(report.slowestReturnSeconds, seconds);
			// A client that got no answer sends again; whether the events had reached the log must make no difference.
			if (random(2)) for (const batch of lostBatches) await post(server.url, batch);
			const held = await holdAgainstLog(server.url, db, read, acknowledged);
			report.lost += held.lost;
			report.doubled += held.doubled;
			report.unacknowledged = held.unacknowledged;
			report.differences += held.differences.length;
			if (held.lost)
				report.faults.push(`kill ${round + 1}: ${held.lost} acknowledged events are not in the log`);
			if (held.doubled) report.faults.push(`kill ${round + 1}: ${held.doubled} events are in the log twice`);
			for (const text of held.differences.slice(0, 5)) report.faults.push(`kill ${round + 1}: ${text}`);
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
