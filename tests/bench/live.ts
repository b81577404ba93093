import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingEvent, LoggedEvent } from '#lib/contracts/events.ts';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { Ingest } from '#lib/server/ingest/index.ts';
import {
	compareEvents,
	emptyTally,
	foldContact,
	bookVisit,
	LiveState,
	type Tally
} from '#lib/server/live/index.ts';
import { verifyLog } from '#lib/server/verify/index.ts';
import { bankDay, bankEvents, hasBank, sendShuffled } from '../support/anonymous-bank.ts';
import { busyFloor, busyConfig } from '../support/busy-floor.ts';
import { makeKey } from '../support/run-marea.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { startServer } from '../support/start-server.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const PORT = 5187;
const say = (text: string): void => console.log(text);
const rate = (count: number, ms: number): string =>
	`${Math.round((count / ms) * 1000).toLocaleString('en')} events/s`;

async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; result: T }> {
	const start = performance.now();
	const result = await work();
	return { ms: performance.now() - start, result };
}

/** The live state's totals against those of each contact folded at once. */
function foldsAgree(state: LiveState, events: readonly LoggedEvent[]): boolean {
	const [live, batch] = [emptyTally(), emptyTally()];
	for (const { tallies } of state.queues.values())
		for (const key of Object.keys(live) as (keyof Tally)[]) live[key] += tallies.sum(0, NOW * 2)[key];
	const byContact = Map.groupBy(
		events.filter(({ data }) => data.contact),
		({ data }) => data.contact!
	);
	for (const list of byContact.values())
		for (const visit of foldContact(list.sort(compareEvents)).visits)
			bookVisit(batch, visit, state.queues.get(visit.queue)!.tallies.limits, 1);
	return batch.offered > 0 && JSON.stringify(live) === JSON.stringify(batch);
}

async function benchFold(): Promise<boolean> {
	const events = busyFloor(400_000, NOW).map((event, i): LoggedEvent => ({ ...event, seq: i + 1 }));
	let best = Infinity;
	let good = true;
	for (let run = 0; run < 3; run++) {
		const state = new LiveState(busyConfig(), () => null);
		const { ms } = await timed(() => {
			for (let i = 0; i < events.length; i += 1000) state.apply(events.slice(i, i + 1000), NOW);
		});
		best = Math.min(best, ms);
		if (run === 0) good = foldsAgree(state, events);
	}
	say(
		`fold, 5,000 agents and 200 queues: ${rate(events.length, best)} (goal 300,000); answers ${good ? 'agree' : 'DIFFER'}`
	);
	return good;
}

async function benchIngest(folder: string): Promise<boolean> {
	const open = async (name: string): Promise<Context> => ({
		db: await openDatabase(`file:${join(folder, name)}`, 'drizzle'),
		now: Date.now
	});
	const events = busyFloor(100_000, Date.now());
	const batches: IncomingEvent[][] = [];
	for (let i = 0; i < events.length; i += 500) batches.push(events.slice(i, i + 500));

	const raw = await open('raw.db');
	const rows = `(${Array(8).fill('?').join(',')})`;
	const inserted = await timed(async () => {
		for (const batch of batches)
			await raw.db.client.batch(
				[
					{
						sql: `INSERT INTO event_log (source, id, type, at, contact, agent, data, received_at) VALUES ${Array(batch.length).fill(rows).join(',')}`,
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
	});
	raw.db.close();

	const own = await open('ingest.db');
	const ingest = new Ingest(own, (await Centre.open(own, () => null)).state);
	const taken = await timed(async () => {
		for (let i = 0; i < batches.length; i += 4)
			await Promise.all(batches.slice(i, i + 4).map((batch) => ingest.accept(SYSTEM, batch)));
	});
	const { rows: counted } = await own.db.client.execute('SELECT count(*) AS n FROM event_log');
	own.db.close();

	const server = await startServer({ db: `file:${join(folder, 'http.db')}`, port: PORT });
	const authorization = `Bearer ${await makeKey(server.db, 'ingest')}`;
	const bodies = batches.map((batch) =>
		JSON.stringify(
			batch.map(({ at, ...event }) => ({ specversion: '1.0', time: new Date(at).toISOString(), ...event }))
		)
	);
	let accepted = 0;
	const posted = await timed(async () => {
		let next = 0;
		const clients = Array.from({ length: 8 }, async () => {
			for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
				const answer = await fetch(`${server.url}/api/v1/events`, {
					method: 'POST',
					headers: { authorization, 'content-type': 'application/json' },
					body
				});
				accepted += ((await answer.json()) as { accepted: number }).accepted;
			}
		});
		await Promise.all(clients);
	});
	await server.stop();
	const good = accepted === events.length && Number(counted[0]!.n) === events.length;
	say(`raw 500-row inserts: ${rate(events.length, inserted.ms)}`);
	say(
		`durable ingest, in process: ${rate(events.length, taken.ms)}, ratio ${(inserted.ms / taken.ms).toFixed(2)}`
	);
	say(
		`durable ingest over HTTP: ${rate(events.length, posted.ms)}, ratio ${(inserted.ms / posted.ms).toFixed(2)} (goal 0.6); ${good ? 'all are in the log' : 'EVENTS ARE MISSING'}`
	);
	return good;
}

async function benchRestart(folder: string, size: number): Promise<boolean> {
	const db = await openDatabase(`file:${join(folder, `restart-${size}.db`)}`, 'drizzle');
	const ctx: Context = { db, now: Date.now };
	const centre = await Centre.open(ctx, () => null);
	// A log of many days: most of it is history.
	const events = busyFloor(size, Date.now(), (size / 1_000_000) * 10 * 86_400_000);
	for (let i = 0; i < events.length; i += 10_000) {
		await centre.ingest.accept(SYSTEM, events.slice(i, i + 10_000));
		if (i % 50_000 === 0) {
			await centre.project();
			centre.state.forget(ctx.now());
		}
	}
	await centre.stop();
	const reopened = await timed(() => Centre.open(ctx, () => null));
	const waiting = (of: Centre): string =>
		JSON.stringify([...of.state.queues].map(([id, queue]) => [id, queue.waiting.size]).sort());
	const verified = await timed(() => verifyLog(ctx, SYSTEM));
	const good = waiting(centre) === waiting(reopened.result) && verified.result.differences.length === 0;
	say(
		`restart with a log of ${size.toLocaleString('en')} events: ${(reopened.ms / 1000).toFixed(2)} s (goal for 1 million: 2 s); ` +
			`marea verify ${(verified.ms / 1000).toFixed(1)} s; ${good ? 'same floor, no difference' : 'DIFFERS'}`
	);
	db.close();
	return good;
}

async function benchBank(folder: string): Promise<boolean> {
	if (!hasBank) {
		say('SKIPPED: ../shared/reference/anonymous-bank is absent.');
		return true;
	}
	const db = await openDatabase(`file:${join(folder, 'bank.db')}`, 'drizzle');
	const ctx: Context = { db, now: Date.now };
	const centre = await Centre.open(ctx, () => null);
	const events = await bankEvents('9901');
	const sent = await timed(async () => {
		await sendShuffled(centre.ingest, events, seededRandom(1));
		await centre.project();
	});
	const wrong: string[] = [];
	for (let day = 1; day <= 31; day++) {
		const date = `9901${String(day).padStart(2, '0')}`;
		const { expected, counted } = await bankDay(ctx, date);
		if (JSON.stringify(expected) !== JSON.stringify(counted)) wrong.push(date);
	}
	db.close();
	say(
		`January 1999: ${events.length.toLocaleString('en')} events in ${(sent.ms / 1000).toFixed(1)} s; ${wrong.length ? `WRONG on ${wrong.join(', ')}` : 'all 31 days as the raw rows say'}`
	);
	return wrong.length === 0;
}

/** Arguments: some of fold, ingest, restart, bank; none = all. MAREA_LOG_EVENTS sets the restart's log. */
export default async function bench(only: string[]): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'marea-bench-'));
	const parts: Record<string, () => Promise<boolean>> = {
		fold: benchFold,
		ingest: () => benchIngest(folder),
		restart: () => benchRestart(folder, Number(process.env.MAREA_LOG_EVENTS ?? 1_000_000)),
		bank: () => benchBank(folder)
	};
	let good = true;
	try {
		for (const [name, part] of Object.entries(parts))
			if (only.length === 0 || only.includes(name)) good = (await part()) && good;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return good;
}
