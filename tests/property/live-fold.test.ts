import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import { SERVICE_LEVEL_VARIANTS } from '#lib/contracts/terms.ts';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { bookVisit, dayStart, emptyTally, periodNumbers, readFloor } from '#lib/server/live/index.ts';
import { readIntervals } from '#lib/server/intervals/index.ts';
import { verifyLog } from '#lib/server/verify/index.ts';
import { agentInOrder, foldInOrder } from '../support/expected-floor.ts';
import { AGENTS, QUEUES, randomFloor, SOURCES, type Drawn } from '../support/random-floor.ts';
import { sqlFloor, type SqlNumbers } from '../support/sql-floor.ts';

const NOW = Date.parse('2026-11-22T21:40:00Z');
const HOUR_MS = 3_600_000;
const ZONE = 'America/Bogota';
const SEED = Number(process.env.MAREA_SEED ?? 20261122);
const RUNS = Number(process.env.MAREA_RUNS ?? 60);
/** A mood for any words, the same each time; a quarter of them cannot be told. */
const score = (text: string): number | null => {
	const n = Number(text.split(' ').at(-1));
	return n % 4 === 0 ? null : ((n * 7) % 21) / 10 - 1;
};
const LOST_MS: Record<string, number> = { voice: 6 * HOUR_MS, chat: 12 * HOUR_MS, email: 720 * HOUR_MS };

const seen = {
	late: 0,
	duplicated: 0,
	resent: 0,
	missingQueued: 0,
	skewedPast: 0,
	skewedAhead: 0,
	twoStates: 0,
	neverEnded: 0,
	lostOpen: 0,
	stillOpen: 0,
	botsOfQueue: 0,
	wordsForgotten: 0,
	dropped: 0,
	agentLate: 0,
	agentForgotten: 0,
	restarts: 0,
	crashes: 0,
	recounts: 0,
	recalledLate: 0
};

async function openContext(): Promise<Context> {
	const db = await openDatabase('file::memory:', 'drizzle');
	await db.client.execute({
		sql: `INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'Test', ?, 0)`,
		args: [ZONE]
	});
	return { db, now: () => NOW };
}

/** Counts how the batch is out of order, by what the centre knows before it comes. */
function countDisorder(
	batch: readonly IncomingEvent[],
	latest: Map<string, number>,
	sent: Set<string>,
	centre: Centre
): void {
	const inBatch = new Set<string>();
	for (const { id, at, type, data } of batch) {
		if (sent.has(id)) seen.resent++;
		else if (inBatch.has(id)) seen.duplicated++;
		else {
			const isState = type === 'marea.agent.state';
			const key = isState ? `agent ${data.agent}` : `contact ${data.contact}`;
			if (at < (latest.get(key) ?? -Infinity)) seen[isState ? 'agentLate' : 'late']++;
			if (isState && centre.state.agents.get(data.agent!)?.fold.lacksHistory(at)) seen.agentForgotten++;
			if (!isState && latest.has(key)) {
				const live = centre.state.contacts.get(data.contact!);
				if (!live) seen.dropped++;
				else if (!live.events) seen.wordsForgotten++;
			}
			latest.set(key, Math.max(at, latest.get(key) ?? -Infinity));
		}
		inBatch.add(id);
	}
	for (const id of inBatch) sent.add(id);
}

/** Equal, number for number; a number that SQL has none for is 0 or unknown. */
function same(what: string, live: object, sql: SqlNumbers): void {
	const numbers = live as SqlNumbers;
	for (const name of new Set([...Object.keys(numbers), ...Object.keys(sql)])) {
		if (name === 'variant') continue;
		const [left, right] = [numbers[name] || null, sql[name] || null];
		if (left === null || right === null) expect([what, name, left]).toEqual([what, name, right]);
		else expect(left, `${what} ${name}`).toBeCloseTo(right, 6);
	}
}

/** As the definitions have it, from the raw outcomes. */
function botNumbersOf(sql: SqlNumbers): Record<string, number | null> & { sessions: number } {
	const [active, resolved, escalated, left] = ['active', 'resolved', 'escalated', 'left'].map(
		(name) => sql[name] ?? 0
	) as [number, number, number, number];
	const closed = resolved + escalated + left;
	return {
		active,
		resolved,
		escalated,
		sessions: active + closed,
		containment: closed > 0 ? (resolved + left) / closed : null
	};
}

async function check(centre: Centre, events: readonly IncomingEvent[]): Promise<void> {
	const { ctx, state } = centre;
	// A word from each source right now: the floor is read at the wall clock.
	const timely = SOURCES.flatMap((source) =>
		Array.from({ length: 40 }, (_, i) => ({ source, id: `now-${i}`, type: 'test.note', at: NOW, data: {} }))
	);
	await centre.ingest.accept(SYSTEM, timely);
	const dayStartMs = dayStart(NOW, ZONE);
	const folds = foldInOrder(events);
	const floor = readFloor(state, NOW);
	await centre.recalled();
	// Occupancy needs the whole of an agent's day, which a start takes back after the rest.
	const whole = readFloor(state, NOW);
	const isOpen = (lastEventAt: number, channel: string | null) =>
		NOW - lastEventAt <= LOST_MS[channel ?? 'voice']!;

	for (const row of floor.queues) {
		const queue = state.queues.get(row.id)!;
		const tally = emptyTally();
		for (const fold of folds)
			for (const visit of fold.visits)
				if (visit.queue === row.id && visit.enteredAt >= dayStartMs)
					bookVisit(tally, visit, queue.tallies.limits, 1);
		expect({ queue: row.id, ...row.today }).toEqual({
			queue: row.id,
			...periodNumbers(tally, row.target.variant)
		});
		const waiting = folds.filter(
			(fold) => fold.waiting?.queue === row.id && isOpen(fold.lastEventAt, fold.channel)
		);
		expect([row.waiting, row.oldestEnteredAt]).toEqual([
			waiting.length,
			waiting.length ? Math.min(...waiting.map((fold) => fold.waiting!.enteredAt)) : null
		]);
		const handling = folds.filter(
			(fold) => fold.handling?.visit.queue === row.id && isOpen(fold.lastEventAt, fold.channel)
		);
		expect(row.handling).toBe(handling.length);
	}
	for (const fold of folds) {
		if (!fold.waiting && !fold.handling) continue;
		seen[isOpen(fold.lastEventAt, fold.channel) ? 'stillOpen' : 'lostOpen']++;
	}
	for (const row of floor.agents) {
		const { state: told, seconds } = agentInOrder(events, row.id, dayStartMs, NOW);
		if (told) expect([row.id, row.state]).toEqual([row.id, told]);
		const live = state.agents.get(row.id)!.fold.secondsToday(dayStartMs, NOW);
		for (const [name, spent] of Object.entries(seconds))
			expect(live[name as keyof typeof live]).toBeCloseTo(spent, 6);
	}

	await centre.project();
	expect((await verifyLog(ctx, SYSTEM, score)).differences).toEqual([]);
	const sql = await sqlFloor(ctx, dayStartMs, NOW);
	for (const row of floor.queues) {
		same(`${row.id} today`, row.today, sql.today.get(row.id) ?? { offered: 0 });
		same(
			`${row.id} now`,
			{ waiting: row.waiting, oldest: row.oldestEnteredAt, handling: row.handling },
			{
				waiting: sql.waiting.get(row.id)?.count ?? 0,
				oldest: sql.waiting.get(row.id)?.oldest ?? null,
				handling: sql.handling.get(row.id)?.count ?? 0
			}
		);
		same(`${row.id} mood`, { ...row.sentiment }, sql.sentiment.get(row.id) ?? {});
	}
	for (const { id, occupancy } of whole.agents) {
		const spent = sql.seconds.get(id) ?? {};
		const busy = (spent.handling ?? 0) + (spent.wrap ?? 0);
		const onDuty = busy + (spent.available ?? 0) + (spent.offered ?? 0);
		same(id, { occupancy }, { occupancy: onDuty > 0 ? Math.round((busy / onDuty) * 1000) / 1000 : null });
		same(id, state.agents.get(id)!.fold.secondsToday(dayStartMs, NOW), spent);
	}
	const { site } = floor;
	same('site today', site.today, sql.site.today);
	same('site mood', { ...site.sentiment }, sql.site.sentiment.count ? sql.site.sentiment : {});
	same('bots', site.bots, botNumbersOf(sql.site.bots));
	for (const row of floor.queues) {
		const queueBots = botNumbersOf(sql.bots.get(row.id) ?? {});
		seen.botsOfQueue += queueBots.sessions;
		same(`${row.id} bots`, { ...row.bots }, queueBots);
	}
	const day = { fromMs: dayStartMs, toMs: NOW + HOUR_MS, interval: '1d' as const, queue: null };
	const intervals = new Map((await readIntervals(ctx, SYSTEM, day, ZONE)).map((row) => [row.queue, row]));
	for (const { id, today } of floor.queues) {
		const row = intervals.get(id);
		expect([id, row?.offered ?? 0, row?.serviceLevel ?? null, row?.ahtSeconds ?? null]).toEqual([
			id,
			today.offered,
			today.serviceLevel,
			today.ahtSeconds
		]);
	}
}

describe('the live state', () => {
	it('equals the fold of all events in order and SQL over the stored visits, however they arrive', async () => {
		await fc.assert(
			fc.asyncProperty(fc.infiniteStream(fc.nat(0x3fffffff)), async (numbers) => {
				const draw = (n: number): number => numbers.next().value! % n;
				const { events, drawn } = randomFloor(draw, NOW);
				for (const kind of Object.keys(drawn) as (keyof Drawn)[]) seen[kind] += drawn[kind];
				const ctx = await openContext();
				try {
					let centre = await Centre.open(ctx, score);
					const latest = new Map<string, number>();
					const sent = new Set<string>();
					// Mostly in order with stragglers, or wholly shuffled.
					const spread = draw(3) === 0 ? Infinity : 3 * HOUR_MS * draw(12);
					const order = events.map((event) => ({
						event,
						key: spread === Infinity ? draw(1e6) : event.at + draw(spread + 1)
					}));
					const queue = order.sort((a, b) => a.key - b.key).map(({ event }) => event);
					for (let at = 0; at < queue.length;) {
						const batch = queue.slice(at, (at += 1 + draw(40)));
						for (let i = batch.length - 1; i >= 0; i--)
							if (draw(10) === 0) batch.splice(draw(batch.length), 0, batch[i]!);
						if (at > 40 && draw(4) === 0) batch.push(...queue.slice(draw(20), 20));
						countDisorder(batch, latest, sent, centre);
						await centre.ingest.accept(SYSTEM, batch);
						const what = draw(8);
						if (what <= 3) await centre.project();
						if (what <= 2) centre.state.forget(NOW);
						if (what === 3) {
							// The tick's own order: what is being stored must not be forgotten under way.
							await Promise.all([centre.project(), Promise.resolve().then(() => centre.state.forget(NOW))]);
						}
						if (draw(6) === 0) {
							if (centre.state.isRecalling) seen.recalledLate++;
							await centre.recalled();
						}
						if (what === 4) {
							seen[draw(2) ? 'restarts' : 'crashes']++;
							if (seen.restarts % 2) await centre.stop();
							centre = await Centre.open(ctx, score);
						}
						if (what === 5) {
							seen.recounts++;
							await ctx.db.client.execute({
								sql: 'UPDATE queues SET service_level_threshold_seconds = ?, service_level_variant = ? WHERE id = ?',
								args: [
									draw(600),
									SERVICE_LEVEL_VARIANTS[draw(SERVICE_LEVEL_VARIANTS.length)]!,
									QUEUES[draw(3)]!
								]
							});
							await centre.reconfigure();
						}
					}
					expect(centre.state.agents.size).toBeLessThanOrEqual(AGENTS.length);
					await check(centre, events);
					await centre.stop();
					await check(await Centre.open(ctx, score), events);
				} finally {
					ctx.db.close();
				}
			}),
			{ seed: SEED, numRuns: RUNS }
		);
		console.log(
			`seed ${SEED}, ${RUNS} runs: ${Object.entries(seen)
				.map(([kind, count]) => `${kind} ${count}`)
				.join(', ')}`
		);
		for (const [kind, count] of Object.entries(seen))
			expect.soft(count, `no case of "${kind}" was drawn`).toBeGreaterThan(0);
	}, 180_000);
});
