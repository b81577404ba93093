import { describe, expect, it } from 'vitest';
import { LiveState } from './live-state.ts';
import { WindowFeed } from './window-feed.ts';
import { readWindows } from './windows.ts';

const MINUTE = 60_000;
const queue = (id: string) => ({
	id,
	name: id,
	channel: 'voice' as const,
	skillId: `s-${id}`,
	variant: 'of-offered' as const,
	serviceLevelShare: 0.8,
	thresholdSeconds: 20,
	shortAbandonSeconds: 5,
	concurrency: 1,
	isDemo: false,
	isDiscovered: false
});

let seq = 0;
const event = (type: string, at: number, data: object) => ({
	seq: ++seq,
	source: 's',
	id: String(seq),
	type: `marea.${type}`,
	at,
	data
});

function floor(
	timeZone: string,
	openingHours: { weekday: number; fromMinute: number; toMinute: number }[] = []
) {
	return new LiveState(
		{
			site: { id: 'main', name: 'T', timeZone, openingHours },
			queues: [queue('a'), queue('b')],
			agents: [{ id: 'ana', name: 'ana', team: 'north', skills: ['s-a'], assigned: null, isDemo: false }]
		},
		() => null
	);
}

describe('WindowFeed', () => {
	const NOW = Date.parse('2026-11-22T10:50:30Z');

	it('tells only the numbers that changed, and a reader who follows holds what is read anew', () => {
		const state = floor('UTC');
		state.apply([event('agent.state', NOW - 2 * MINUTE, { agent: 'ana', state: 'available' })], NOW);
		const feed = new WindowFeed(state, '60m');
		const held = structuredClone(feed.snapshot(NOW));
		expect(feed.tick(NOW + 100)).toBeNull();

		state.apply([event('contact.queued', NOW, { contact: '1', queue: 'a' })], NOW);
		const delta = feed.tick(NOW + 200)!;
		expect(delta).toEqual({
			key: '60m',
			seq: 1,
			site: { offered: 1, abandonment: 0 },
			channels: { voice: { offered: 1, abandonment: 0 } },
			queues: { a: { offered: 1, abandonment: 0 } }
		});
		Object.assign(held.site, delta.site);
		Object.assign(held.queues.a!, delta.queues!.a);
		const { site, queues } = readWindows(state, '60m', NOW + 200);
		expect(held.site).toEqual(site);
		expect(held.queues).toEqual(queues);
	});

	it('counts agents’ time anew every ten seconds, not every second', () => {
		const state = floor('UTC');
		state.apply([event('agent.state', NOW - 5 * MINUTE, { agent: 'ana', state: 'handling' })], NOW);
		const feed = new WindowFeed(state, { fromMs: NOW - 30 * MINUTE });
		expect(feed.snapshot(NOW).teams.north).toBeUndefined();
		expect(feed.snapshot(NOW).queues.a).toMatchObject({ occupancy: 1, busySeconds: 300, idleSeconds: 0 });
		expect(feed.tick(NOW + 9_000)).toBeNull();
		expect(feed.tick(NOW + 10_000)).toMatchObject({ queues: { a: { busySeconds: 310 } } });
	});
});

describe('readWindows() on the days on which Madrid’s clocks change', () => {
	/** Every day from 07:00 to 22:00 by the clock. */
	const hours = Array.from({ length: 7 }, (_, weekday) => ({ weekday, fromMinute: 420, toMinute: 1320 }));

	it.each([
		['forward, 29 March 2026', '2026-03-29T05:00:00Z'],
		['back, 25 October 2026', '2026-10-25T06:00:00Z'],
		['an ordinary Sunday', '2026-11-22T06:00:00Z']
	])('“since opening” begins at 07:00 on the clock: %s', (_, opening) => {
		const openedAt = Date.parse(opening);
		const now = openedAt + 90 * MINUTE;
		const state = floor('Europe/Madrid', hours);
		const enough = Array.from({ length: 40 }, () => event('unheard.of', now, {}));
		state.apply(
			[
				event('contact.queued', openedAt - MINUTE, { contact: 'early', queue: 'a' }),
				event('contact.queued', openedAt, { contact: 'first', queue: 'a' }),
				event('contact.queued', now - 20 * MINUTE, { contact: 'late', queue: 'b' }),
				...enough
			],
			now
		);
		const { fromMs, site, queues } = readWindows(state, 'opening', now);
		expect(new Date(fromMs).toISOString()).toBe(new Date(openedAt).toISOString());
		expect([queues.a!.offered, queues.b!.offered, site.offered]).toEqual([1, 1, 2]);
		expect(readWindows(state, '60m', now).site.offered).toBe(1);
	});

	it.each([
		['forward', '2026-03-28T23:00:00Z'],
		['back', '2026-10-24T22:00:00Z']
	])('without hours the day begins at the site’s midnight: %s', (_, midnight) => {
		const startedAt = Date.parse(midnight);
		const now = startedAt + 11 * 60 * MINUTE;
		const state = floor('Europe/Madrid');
		const enough = Array.from({ length: 40 }, () => event('unheard.of', now, {}));
		state.apply(
			[
				event('contact.queued', startedAt - 1, { contact: 'yesterday', queue: 'a' }),
				event('contact.queued', startedAt, { contact: 'today', queue: 'a' }),
				...enough
			],
			now
		);
		expect(readWindows(state, 'opening', now).queues.a!.offered).toBe(1);
	});
});
