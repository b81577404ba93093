import { join } from 'node:path';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { verifyLog } from '#lib/server/verify/index.ts';
import { busyFloor } from '../../support/busy-floor.ts';
import { makeKey } from '../../support/run-marea.ts';
import { startServer } from '../../support/start-server.ts';
import { perSecond, say, timed, type Found } from './report.ts';

const PER_BATCH = 500;
const ROUNDS = 12;
/** Do not count: a server that has just started still compiles what it runs. */
const WARM_UP_ROUNDS = 2;
const BATCHES_PER_ROUND = 40;
const CLIENTS = 8;
const ROW = `(${Array(8).fill('?').join(',')})`;

const insertRaw = ({ db }: Context, batch: readonly IncomingEvent[]) =>
	db.client.batch(
		[
			{
				sql: `INSERT INTO event_log (source, id, type, at, contact, agent, data, received_at) VALUES ${Array(batch.length).fill(ROW).join(',')}`,
				args: batch.flatMap((e) => [
					e.source,
					e.id,
					e.type,
					e.at,
					e.data.contact ?? null,
					e.data.agent ?? null,
					JSON.stringify(e.data),
					Date.now()
				])
			}
		],
		'write'
	);

const bodyOf = (batch: readonly IncomingEvent[]): string =>
	JSON.stringify(
		batch.map(({ at, ...event }) => ({ specversion: '1.0', time: new Date(at).toISOString(), ...event }))
	);

/** The same events three ways, in turns, so that a busy machine slows all of them alike. */
export async function benchIngest(folder: string, port: number): Promise<Found> {
	const open = async (name: string): Promise<Context> => ({
		db: await openDatabase(`file:${join(folder, name)}`, 'drizzle'),
		now: Date.now
	});
	const events = busyFloor((ROUNDS + WARM_UP_ROUNDS) * BATCHES_PER_ROUND * PER_BATCH, Date.now());
	const raw = await open('raw.db');
	const own = await open('ingest.db');
	const centre = await Centre.open(own, () => null);
	centre.start();
	const server = await startServer({ db: `file:${join(folder, 'http.db')}`, port });
	const authorization = `Bearer ${await makeKey(server.db, 'ingest')}`;
	let accepted = 0;

	async function post(bodies: string[]): Promise<void> {
		const clients = Array.from({ length: CLIENTS }, async () => {
			for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
				const answer = await fetch(`${server.url}/api/v1/events`, {
					method: 'POST',
					headers: { authorization, 'content-type': 'application/json' },
					body
				});
				accepted += ((await answer.json()) as { accepted: number }).accepted;
			}
		});
		await Promise.all(clients);
	}

	const ms = { raw: 0, inProcess: 0, http: 0 };
	const ratios: number[] = [];
	for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round++) {
		const batches: IncomingEvent[][] = [];
		for (let i = 0; i < BATCHES_PER_ROUND; i++)
			batches.push(
				events.slice(
					(round * BATCHES_PER_ROUND + i) * PER_BATCH,
					(round * BATCHES_PER_ROUND + i + 1) * PER_BATCH
				)
			);
		const inserted = await timed(async () => {
			for (const batch of batches) await insertRaw(raw, batch);
		});
		const taken = await timed(async () => {
			for (let i = 0; i < batches.length; i += CLIENTS)
				await Promise.all(batches.slice(i, i + CLIENTS).map((batch) => centre.ingest.accept(SYSTEM, batch)));
		});
		const bodies = batches.map(bodyOf).reverse();
		const posted = await timed(() => post(bodies));
		if (round < WARM_UP_ROUNDS) continue;
		ms.raw += inserted.ms;
		ms.inProcess += taken.ms;
		ms.http += posted.ms;
		ratios.push(inserted.ms / posted.ms);
	}
	await server.stop();
	await centre.stop();
	raw.db.close();

	const served: Context = await open('http.db');
	const count = async ({ db }: Context): Promise<number> =>
		Number((await db.client.execute('SELECT count(*) AS n FROM event_log')).rows[0]!.n);
	const { differences } = await verifyLog(served, SYSTEM);
	const isRight =
		accepted === events.length &&
		(await count(served)) === events.length &&
		(await count(own)) === events.length &&
		differences.length === 0;
	served.db.close();
	own.db.close();

	const counted = ROUNDS * BATCHES_PER_ROUND * PER_BATCH;
	const ratio = ms.raw / ms.http;
	say(`raw ${PER_BATCH}-row inserts: ${perSecond(counted, ms.raw)}`);
	say(
		`durable ingest, in process: ${perSecond(counted, ms.inProcess)}, ratio ${(ms.raw / ms.inProcess).toFixed(2)}`
	);
	say(
		`durable ingest over HTTP: ${perSecond(counted, ms.http)}, ratio ${ratio.toFixed(2)} (by round ${ratios.map((one) => one.toFixed(2)).join(', ')}); ` +
			(isRight ? 'all are in the log once, verify finds no difference' : 'WRONG')
	);
	return {
		isRight,
		goals: [{ name: 'HTTP ingest ≥ 0.6 of raw inserts', met: ratio >= 0.6, figure: ratio.toFixed(2) }]
	};
}
