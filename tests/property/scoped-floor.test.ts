import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { applyDelta } from '#lib/live/apply-delta.ts';
import type { Scope } from '#lib/server/context.ts';
import { FloorFeed, LiveState, readFloor, readWindows, ScopedFeed } from '#lib/server/live/index.ts';
import { AGENTS, QUEUES, randomFloor } from '../support/random-floor.ts';

const NOW = Date.parse('2026-11-22T21:40:00Z');
const SEED = Number(process.env.MAREA_SEED ?? 20261128);
const RUNS = Number(process.env.MAREA_RUNS ?? 40);

const CONFIG: LiveState['config'] = {
	site: { id: 'main', name: 'Test', timeZone: 'America/Bogota' },
	queues: QUEUES.map((id, i) => ({
		id,
		name: id,
		channel: 'voice',
		skillId: `s${i}`,
		variant: 'of-offered',
		serviceLevelShare: 0.8,
		thresholdSeconds: 20,
		shortAbandonSeconds: 5,
		concurrency: 1,
		isDemo: false,
		isDiscovered: false
	})),
	agents: AGENTS.map((id, i) => ({
		id,
		name: id,
		team: i < 2 ? 'north' : 'south',
		skills: [`s${i % 3}`],
		assigned: i === 3 ? [QUEUES[0]!, QUEUES[2]!] : null,
		isDemo: false
	}))
};

/** Any part: queues and agents of which some are led. */
const scopes = fc
	.record({
		queues: fc.subarray(QUEUES),
		agents: fc.subarray(AGENTS),
		led: fc.boolean()
	})
	.map(({ queues, agents, led }): Scope => ({
		key: JSON.stringify([queues, agents, led]),
		queues: new Set(queues),
		ledQueues: new Set(led ? queues : []),
		agents: new Set(agents),
		ledAgents: new Set(led ? agents : [])
	}));

const WHOLE: Scope = {
	key: 'whole',
	queues: new Set(QUEUES),
	ledQueues: new Set(QUEUES),
	agents: new Set(AGENTS),
	ledAgents: new Set(AGENTS)
};

/** By id, for rows come in another order by deltas. */
const held = ({
	queues,
	agents,
	site,
	series
}: Pick<FloorSnapshot, 'queues' | 'agents' | 'site'> & Partial<FloorSnapshot>) => ({
	queues: Object.fromEntries(queues.map((row) => [row.id, row])),
	agents: Object.fromEntries(agents.map((row) => [row.id, row])),
	site,
	series: Object.keys(series ?? {}).sort()
});

const seen = { deltas: 0, rows: 0, hidden: 0 };

describe('the floor of a part of the centre', () => {
	it('is told by deltas what reading it anew says, and never names what lies outside', () => {
		fc.assert(
			fc.property(scopes, fc.infiniteStream(fc.nat(0x3fffffff)), (scope, numbers) => {
				const draw = (n: number): number => numbers.next().value! % n;
				const { events } = randomFloor(draw, NOW);
				const state = new LiveState(CONFIG, (text) => (text.length % 3) - 1);
				const feed = new FloorFeed(state, 'e');
				const part = new ScopedFeed(feed, scope);
				let wallMs = NOW;
				feed.tick(wallMs);
				let snapshot = structuredClone(part.snapshot(wallMs));
				const logged = events.map((event, i): LoggedEvent => ({ ...event, seq: i + 1 }));
				while (logged.length > 0) {
					state.apply(logged.splice(0, 1 + draw(12)), wallMs);
					wallMs += draw(3) * 700;
					const delta = part.delta(feed.tick(wallMs));
					seen.deltas++;
					seen.rows += (delta.queues?.length ?? 0) + (delta.agents?.length ?? 0);
					const text = JSON.stringify(delta);
					for (const id of [...QUEUES, ...AGENTS])
						if (!scope.queues.has(id) && !scope.agents.has(id) && !(scope.ledAgents.size > 0)) {
							seen.hidden++;
							expect(text).not.toContain(`"${id}"`);
						}
					snapshot = applyDelta(snapshot, structuredClone(delta)) ?? snapshot;
				}
				// Time alone moves some numbers: the round is ended, and all rows are read once more.
				for (let round = 0; round < 2; round++) {
					wallMs += 20_000;
					snapshot = applyDelta(snapshot, structuredClone(part.delta(feed.tick(wallMs)))) ?? snapshot;
				}
				const anew = readFloor(state, wallMs, scope);
				expect(held({ ...snapshot, series: undefined })).toEqual(held(anew));
				expect(Object.keys(snapshot.series).sort()).toEqual([...scope.queues].sort());
			}),
			{ seed: SEED, numRuns: RUNS }
		);
		expect(seen.rows).toBeGreaterThan(100);
		expect(seen.hidden).toBeGreaterThan(100);
	});

	it('is caught up on by deltas only on what was held of the same part', () => {
		const state = new LiveState(CONFIG, () => null);
		const feed = new FloorFeed(state, 'e');
		feed.tick(NOW);
		const part = (queues: string[]) =>
			new ScopedFeed(feed, { ...WHOLE, key: JSON.stringify(queues), queues: new Set(queues) });
		const own = part([QUEUES[0]!, QUEUES[1]!]);
		const held = own.snapshot(NOW);
		const [whole, other] = [feed.snapshot(NOW), part([QUEUES[0]!])];
		const missed = feed.tick(NOW + 700);
		expect(own.join(held, NOW + 700)).toMatchObject({ deltas: [{ seq: missed.seq, epoch: held.epoch }] });
		expect(own.join(whole, NOW + 700)).toHaveProperty('snapshot');
		expect(other.join(held, NOW + 700)).toHaveProperty('snapshot');
		expect(feed.join(held, NOW + 700)).toHaveProperty('snapshot');
		// The same part by its name, of which a queue has gone: what follows is no delta to what is held.
		own.scope = other.scope;
		expect(own.join(held, NOW + 700)).toHaveProperty('snapshot');
		expect(applyDelta(held, own.delta(missed))).toBeNull();
	});

	it('of everything that has a queue is the whole floor', () => {
		fc.assert(
			fc.property(fc.infiniteStream(fc.nat(0x3fffffff)), (numbers) => {
				const draw = (n: number): number => numbers.next().value! % n;
				const state = new LiveState(CONFIG, () => null);
				state.apply(
					randomFloor(draw, NOW).events.map((event, i): LoggedEvent => ({ ...event, seq: i + 1 })),
					NOW
				);
				const [whole, part] = [readFloor(state, NOW), readFloor(state, NOW, WHOLE)];
				expect(part.queues).toEqual(whole.queues);
				expect(part.agents).toEqual(whole.agents);
				expect({ ...part.site, bots: null }).toEqual({ ...whole.site, bots: null });
				const { teams, ...windows } = readWindows(state, '30m', NOW, WHOLE);
				const { teams: every, ...all } = readWindows(state, '30m', NOW);
				expect(windows).toEqual(all);
				expect(teams).toEqual(every);
			}),
			{ seed: SEED, numRuns: RUNS }
		);
	});
});
