import { describe, expect, it } from 'vitest';
import { FloorFeed } from './floor-feed.ts';
import { LiveState } from './live-state.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const queue = {
	id: 'q',
	name: 'q',
	channel: 'voice' as const,
	skillId: null,
	variant: 'of-offered' as const,
	serviceLevelShare: 0.8,
	thresholdSeconds: 20,
	shortAbandonSeconds: 5,
	concurrency: 1,
	isDemo: false,
	isDiscovered: false
};

let n = 0;
const queued = (contact: string, at: number) => ({
	seq: ++n,
	source: 's',
	id: String(n),
	type: 'marea.contact.queued',
	at,
	data: { contact, queue: 'q' }
});

function feedAt(ticks: number, stepMs: number) {
	const state = new LiveState(
		{ site: { id: 'main', name: 'T', timeZone: 'UTC' }, queues: [queue], agents: [] },
		() => null
	);
	const feed = new FloorFeed(state, 'now');
	for (let i = 0; i < ticks; i++) feed.tick(NOW + i * stepMs);
	return { state, feed, wallMs: NOW + (ticks - 1) * stepMs };
}

describe('FloorFeed', () => {
	it('gives a reader who was away the deltas that were missed, in order and no others', () => {
		const { feed, wallMs } = feedAt(20, 1_000);
		const answer = feed.join({ epoch: 'now', seq: 17 }, wallMs);
		expect('deltas' in answer && answer.deltas.map(({ seq }) => seq)).toEqual([18, 19, 20]);
		const none = feed.join({ epoch: 'now', seq: 20 }, wallMs);
		expect(none).toEqual({ ok: true, deltas: [] });
	});

	it.each([
		['who knows nothing', null],
		['of another epoch', { epoch: 'before', seq: 119 }],
		['who was away longer than deltas are kept', { epoch: 'now', seq: 58 }],
		['with a place that has not been yet', { epoch: 'now', seq: 121 }]
	])('gives a reader %s the whole floor', (_, since) => {
		const { feed, wallMs } = feedAt(120, 1_000);
		const answer = feed.join(since, wallMs);
		expect('snapshot' in answer && answer.snapshot.seq).toBe(120);
	});

	it('keeps a minute of deltas, however fast they follow one another', () => {
		const { feed, wallMs } = feedAt(1_200, 100);
		expect('deltas' in feed.join({ epoch: 'now', seq: 600 }, wallMs)).toBe(true);
		expect('snapshot' in feed.join({ epoch: 'now', seq: 590 }, wallMs)).toBe(true);
	});

	it('tells how far the estimated wait was from the wait that came of it', () => {
		const skilled = { ...queue, skillId: 'k' };
		const agent = { id: 'a', name: 'a', team: null, skills: ['k'], assigned: null, isDemo: false };
		const state = new LiveState(
			{
				site: { id: 'main', name: 'T', timeZone: 'UTC' },
				queues: [skilled],
				agents: [agent as unknown as LiveState['config']['agents'][number]]
			},
			() => null
		);
		const feed = new FloorFeed(state, 'now');
		const event = (type: string, at: number, data: object) => ({
			...{ seq: ++n, source: 's', id: String(n), type: `marea.${type}`, at },
			data
		});
		const contact = { contact: 'before', queue: 'q', agent: 'a' };
		state.apply(
			[
				queued('before', NOW - 300_000),
				event('contact.answered', NOW - 290_000, contact),
				event('contact.ended', NOW - 190_000, contact),
				event('contact.wrapped', NOW - 180_000, contact),
				event('agent.state', NOW - 60_000, { agent: 'a', state: 'available' })
			],
			NOW
		);
		feed.tick(NOW);
		expect(feed.queueRows(NOW)[0]).toMatchObject({ ewtSeconds: 0, ewtError: null });
		state.apply([queued('c', NOW + 1_000)], NOW + 1_000);
		const answeredAt = NOW + 9_000;
		state.apply(
			[event('contact.answered', answeredAt, { contact: 'c', queue: 'q', agent: 'a' })],
			answeredAt
		);
		feed.tick(answeredAt);
		// Told 0 s, waited 8.
		expect(feed.queueRows(answeredAt)[0]!.ewtError).toEqual({
			meanAbsoluteSeconds: 8,
			biasSeconds: -8,
			count: 1
		});
	});

	it('sends of a row only what is not as it was', () => {
		const { state, feed, wallMs } = feedAt(2, 1_000);
		state.apply([queued('a', wallMs - 5_000)], wallMs);
		expect(feed.hasNews).toBe(true);
		feed.tick(wallMs);
		expect(feed.hasNews).toBe(false);
		state.apply([queued('b', wallMs - 1_000)], wallMs);
		expect(feed.tick(wallMs).queues).toEqual([
			{ id: 'q', waiting: 2, today: { offered: 2 }, lastHalfHour: { offered: 2 } }
		]);
		expect(feed.tick(wallMs).queues).toBeUndefined();
	});

	it('brings the minutes of the curves that have ended', () => {
		const { feed, wallMs } = feedAt(1, 1_000);
		const delta = feed.tick(wallMs + 120_000);
		expect(delta.points?.q).toMatchObject({ untilMs: NOW + 120_000, waiting: [0, 0] });
	});
});
