import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import type { IncomingEvent, LoggedEvent } from '#lib/contracts/events.ts';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { LiveState, readFloor, readSeries } from '#lib/server/live/index.ts';
import { PastFloor, PastFloors, type PastSource } from '#lib/server/past/index.ts';
import { randomFloor, SOURCES } from '../support/random-floor.ts';

const NOW = Date.parse('2026-11-22T21:40:00Z');
const HOUR_MS = 3_600_000;
const SEED = Number(process.env.MAREA_SEED ?? 20261128);
const RUNS = Number(process.env.MAREA_RUNS ?? 40);

const score = (text: string): number | null => (text.length % 7 === 0 ? null : (text.length % 5) / 4 - 0.5);

/** What two readings of one moment must share: all but what each says of itself. */
function numbers(
	floor: Omit<FloorSnapshot, 'seq' | 'epoch' | 'series'> & { series?: FloorSnapshot['series'] }
) {
	const { queues, agents, site, series, clock } = floor;
	return {
		queues: queues.map((row) => ({ ...row, clockOffsetMs: 0, ewtError: null, source: null })),
		agents: agents.map((row) => ({ ...row, clockOffsetMs: 0 })),
		site,
		series,
		dayStartMs: clock.dayStartMs
	};
}

const seen = { late: 0, waiting: 0, handling: 0, underWay: 0, sentiment: 0, steps: 0, present: 0 };

async function open(): Promise<Context> {
	const db = await openDatabase('file::memory:', 'drizzle');
	await db.client.execute(
		"INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'Test', 'America/Bogota', 0)"
	);
	return { db, now: () => NOW };
}

/** All events up to a moment in the order they came in, each as if received when it happened. */
function foldAll(centre: Centre, events: readonly IncomingEvent[], atMs: number): LiveState {
	const state = new LiveState(centre.state.config, score);
	state.isPast = true;
	for (const [i, event] of events.entries())
		if (event.at <= atMs) state.apply([{ ...event, seq: i + 1 } as LoggedEvent], event.at);
	return state;
}

it(`a past floor is that of a state which has seen nothing later, however it was come to (seed ${SEED})`, async () => {
	const property = fc.asyncProperty(fc.gen(), async (g) => {
		const draw = (n: number): number => g(fc.nat, { max: n - 1 });
		const { events, drawn } = randomFloor(draw, NOW);
		for (let i = events.length - 1; i > 0; i--) {
			if (draw(3) > 0) continue;
			const j = draw(i + 1);
			[events[i], events[j]] = [events[j]!, events[i]!];
			seen.late++;
		}
		const ctx = await open();
		const centre = await Centre.open(ctx, score);
		for (let i = 0; i < events.length; i += 50) await centre.ingest.accept(SYSTEM, events.slice(i, i + 50));
		await centre.project();
		const source: PastSource = { ctx, config: () => centre.state.config, score };

		// Half of the journeys begin where something was just said.
		const said = events.filter(({ type, data }) => type === 'marea.message' && data.party === 'customer');
		const from = said.length > 0 && draw(2) ? said[draw(said.length)]!.at : NOW - draw(40) * HOUR_MS;
		const first = Math.min(NOW - 1, from + draw(600_000));
		const floor = await PastFloor.open(source, first);
		for (let atMs = first; ;) {
			const expected = foldAll(centre, events, atMs);
			const shown = floor.read();
			expect(numbers(shown)).toEqual(
				numbers({ ...readFloor(expected, atMs), series: readSeries(expected, atMs) } as FloorSnapshot)
			);
			expect(shown.clock).toMatchObject({ mode: 'past', offsetMs: 0, wallMs: atMs });
			seen.steps++;
			seen.waiting += shown.site.waiting;
			seen.handling += shown.site.handling;
			seen.sentiment += shown.site.sentiment?.count ?? 0;
			for (const { fold } of floor.state.contacts.values())
				if (fold.startedAt < floor.fromMs) seen.underWay++;
			atMs = Math.min(NOW, atMs + (draw(2) ? draw(60_000) : draw(8 * HOUR_MS)) + 1);
			if (atMs >= NOW || !floor.reaches(atMs)) break;
			await floor.moveTo(atMs);
		}

		// The present: the live floor's own numbers, once every source has just spoken.
		const now = SOURCES.map((name) => ({
			source: name,
			id: 'now',
			type: 'test.note',
			at: NOW,
			data: {}
		}));
		const timely = Array.from({ length: 40 }, (_, i) =>
			now.map((event) => ({ ...event, id: `now-${i}` }))
		).flat();
		await centre.ingest.accept(SYSTEM, timely);
		// The present already holds what a clock that is ahead has dated after it; the past moment does not.
		if (drawn.skewedAhead === 0) {
			seen.present++;
			const past = await new PastFloors(source).read(NOW);
			expect(numbers(past)).toEqual(
				numbers({ ...readFloor(centre.state, NOW), series: readSeries(centre.state, NOW) } as FloorSnapshot)
			);
		}
		ctx.db.close();
	});
	await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
	for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
}, 120_000);
