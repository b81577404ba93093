import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { FloorDelta, FloorSnapshot } from '#lib/contracts/live.ts';
import { applyDelta } from '#lib/live/apply-delta.ts';
import { FloorFeed, LiveState, readFloor } from '#lib/server/live/index.ts';
import { AGENTS, QUEUES, randomFloor } from '../support/random-floor.ts';

const NOW = Date.parse('2026-11-22T21:40:00Z');
const SEED = Number(process.env.MAREA_SEED ?? 20261122);
const RUNS = Number(process.env.MAREA_RUNS ?? 60);

/** Queues that share a skill, agents with several, and teams. */
const CONFIG: LiveState['config'] = {
	site: { id: 'main', name: 'Test', timeZone: 'America/Bogota' },
	queues: QUEUES.map((id, i) => ({
		id,
		name: id,
		channel: 'voice',
		skillId: i === 2 ? null : 's0',
		variant: 'of-offered',
		serviceLevelShare: 0.8,
		thresholdSeconds: 20,
		shortAbandonSeconds: 5,
		concurrency: 1 + i,
		isDemo: false,
		isDiscovered: false
	})),
	agents: AGENTS.map((id, i) => ({
		id,
		name: id,
		team: i < 2 ? 'north' : null,
		skills: i === 0 ? [] : ['s0', 's1'].slice(0, i),
		assigned: i === 2 ? [QUEUES[0]!] : null,
		isDemo: false
	}))
};

const seen = { changesOfQueues: 0, changesOfAgents: 0, wholeRows: 0, setUps: 0, forgotten: 0, moods: 0 };

const byKey = (floor: Pick<FloorSnapshot, 'queues' | 'agents' | 'sources' | 'site'>) => ({
	queues: Object.fromEntries(floor.queues.map((row) => [row.id, row])),
	agents: Object.fromEntries(floor.agents.map((row) => [row.id, row])),
	site: floor.site
});

function count(delta: FloorDelta): void {
	for (const change of delta.queues ?? [])
		seen[change.name === undefined ? 'changesOfQueues' : 'wholeRows']++;
	seen.changesOfAgents += (delta.agents ?? []).filter(({ name }) => name === undefined).length;
	if (delta.site?.sentiment) seen.moods++;
}

describe('the feed of the floor', () => {
	it('tells by deltas exactly what reading everything anew says, whatever comes', () => {
		fc.assert(
			fc.property(fc.infiniteStream(fc.nat(0x3fffffff)), (numbers) => {
				const draw = (n: number): number => numbers.next().value! % n;
				const { events } = randomFloor(draw, NOW);
				const state = new LiveState(CONFIG, (text) => (text.length % 3) - 1);
				const feed = new FloorFeed(state, 'epoch');
				let seq = 0;
				// Words of now keep the sources' clocks at the wall's: time stands still, so that only events change rows.
				const sources = [...new Set(events.map(({ source }) => source))];
				const timely = (): LoggedEvent[] =>
					sources.flatMap((source) =>
						Array.from({ length: 32 }, () => ({
							seq: ++seq,
							source,
							id: `n${seq}`,
							type: 'test.note',
							at: NOW,
							data: {}
						}))
					);
				state.apply(timely(), NOW);
				let page = feed.snapshot(NOW);
				const order = events
					.map((event) => ({ event, key: event.at + draw(6 * 3_600_000) }))
					.sort((a, b) => a.key - b.key);
				for (let at = 0; at < order.length;) {
					const batch = order.slice(at, (at += 1 + draw(30))).map(({ event }) => ({ ...event, seq: ++seq }));
					state.apply([...batch, ...timely()], NOW);
					if (draw(12) === 0) {
						seen.setUps++;
						const extra = { ...CONFIG.queues[0]!, id: `extra${draw(9)}` };
						const queues = [...CONFIG.queues, extra].map((queue) => ({
							...queue,
							thresholdSeconds: draw(900)
						}));
						const agents = CONFIG.agents.map((agent) => ({
							...agent,
							skills: ['s0', 's1'].slice(draw(3)),
							assigned: draw(3) ? null : queues.filter(() => draw(2) === 0).map(({ id }) => id)
						}));
						state.configure({ ...CONFIG, queues, agents });
					}
					if (draw(9) === 0) {
						seen.forgotten++;
						state.changedContacts.clear();
						state.changedAgents.clear();
					}
					const delta = feed.tick(NOW);
					count(delta);
					page = applyDelta(page, JSON.parse(JSON.stringify(delta)) as FloorDelta)!;
					expect(byKey(page)).toEqual(byKey(readFloor(state, NOW)));
					expect(byKey(feed.snapshot(NOW))).toEqual(byKey(page));
				}
			}),
			{ seed: SEED, numRuns: RUNS }
		);
		console.log(`seed ${SEED}: ${JSON.stringify(seen)}`);
		for (const [kind, times] of Object.entries(seen))
			expect.soft(times, `no case of "${kind}" was drawn`).toBeGreaterThan(0);
	}, 120_000);

	it('has read every row again ten seconds later, and every queue when a minute turns', () => {
		const numbers = Array.from({ length: 4_000 }, (_, i) => (i * 48_271) % 2_147_483_647);
		let next = 0;
		const { events } = randomFloor((n) => numbers[next++ % numbers.length]! % n, NOW);
		const state = new LiveState(CONFIG, () => null);
		const logged = events.map((event, i): LoggedEvent => ({ ...event, seq: i + 1 }));
		const notes = ['telephony', 'states'].flatMap((source) =>
			Array.from({ length: 32 }, (_, i) => ({
				seq: 1e6 + i,
				source,
				id: `n${i}`,
				type: 'test.note',
				at: NOW,
				data: {}
			}))
		);
		state.apply([...logged, ...notes], NOW);
		const feed = new FloorFeed(state, 'epoch');
		let page = feed.snapshot(NOW);
		let wallMs = NOW;
		while (wallMs < NOW + 60_000) page = applyDelta(page, feed.tick((wallMs += 500)))!;
		const fresh = readFloor(state, wallMs);
		expect(page.queues.map(({ today, lastHalfHour }) => [today, lastHalfHour])).toEqual(
			fresh.queues.map(({ today, lastHalfHour }) => [today, lastHalfHour])
		);
		const tenEarlier = readFloor(state, wallMs - 10_500);
		let between = 0;
		for (const [i, { occupancy }] of page.agents.entries()) {
			const [low, high] = [tenEarlier.agents[i]!.occupancy, fresh.agents[i]!.occupancy].sort() as number[];
			if (occupancy === null || low === undefined || high === undefined) continue;
			between++;
			expect(occupancy).toBeGreaterThanOrEqual(low);
			expect(occupancy).toBeLessThanOrEqual(high);
		}
		expect(between).toBeGreaterThan(0);
	});
});
