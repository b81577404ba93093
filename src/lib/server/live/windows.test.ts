import { describe, expect, it } from 'vitest';
import { LiveState } from './live-state.ts';
import { InvalidWindow, parseWindow, readWindows } from './windows.ts';

const NOW = Date.parse('2026-11-22T10:50:30Z');
const MINUTE = 60_000;
const queue = (id: string, channel: 'voice' | 'chat') => ({
	id,
	name: id,
	channel,
	skillId: `s-${id}`,
	variant: 'of-offered' as const,
	serviceLevelShare: 0.8,
	thresholdSeconds: 20,
	shortAbandonSeconds: 5,
	concurrency: 1,
	isDemo: false,
	isDiscovered: false
});
const agent = (id: string, team: string, skills: string[], assigned: string[] | null = null) => ({
	id,
	name: id,
	team,
	skills,
	assigned,
	isDemo: false
});

function floor() {
	const state = new LiveState(
		{
			site: {
				id: 'main',
				name: 'T',
				timeZone: 'UTC',
				openingHours: [{ weekday: 6, fromMinute: 600, toMinute: 1200 }]
			},
			queues: [queue('v', 'voice'), queue('w', 'voice'), queue('c', 'chat')],
			agents: [agent('ana', 'north', ['s-v', 's-w']), agent('ben', 'south', ['s-c'])]
		},
		() => null
	);
	let seq = 0;
	const tell = (type: string, minutesAgo: number, data: object) => ({
		seq: ++seq,
		source: 's',
		id: String(seq),
		type: `marea.${type}`,
		at: NOW - minutesAgo * MINUTE,
		data
	});
	/** A call that waits some seconds, then two minutes with an agent. */
	const call = (id: string, q: string, minutesAgo: number, waitSeconds: number, who: string) => [
		tell('contact.queued', minutesAgo, { contact: id, queue: q }),
		tell('contact.answered', minutesAgo - waitSeconds / 60, { contact: id, queue: q, agent: who }),
		tell('contact.ended', minutesAgo - waitSeconds / 60 - 2, { contact: id, queue: q, agent: who })
	];
	const notes = Array.from({ length: 40 }, () => tell('unheard.of', 0, {}));
	state.apply(
		[
			...call('1', 'v', 70, 10, 'ana'),
			...call('2', 'v', 55, 30, 'ana'),
			...call('3', 'w', 25, 10, 'ana'),
			...call('4', 'c', 10, 40, 'ben'),
			tell('agent.state', 60, { agent: 'ana', state: 'available' }),
			tell('agent.state', 10, { agent: 'ana', state: 'handling' }),
			...notes
		],
		NOW
	);
	return state;
}

describe('readWindows()', () => {
	it.each([
		['15m', { v: 0, w: 0, c: 1 }],
		['30m', { v: 0, w: 1, c: 1 }],
		['60m', { v: 1, w: 1, c: 1 }],
		['opening', { v: 0, w: 1, c: 1 }],
		[{ fromMs: Date.parse('2026-11-22T09:30:00Z') }, { v: 2, w: 1, c: 1 }]
	] as const)('counts each queue in the window %j', (window, offered) => {
		const { queues } = readWindows(floor(), window, NOW);
		expect(Object.fromEntries(Object.entries(queues).map(([id, row]) => [id, row.offered]))).toEqual(offered);
	});

	it('adds up channels and the site, and gives teams what their agents answered', () => {
		const { site, channels, teams, isComplete } = readWindows(floor(), '60m', NOW);
		expect(isComplete).toBe(true);
		expect(site).toMatchObject({ offered: 3, answered: 3, asaSeconds: 80 / 3, serviceLevel: 1 / 3 });
		expect(channels.voice).toMatchObject({ offered: 2, serviceLevel: 0.5, ahtSeconds: 120 });
		expect(channels.chat).toMatchObject({ offered: 1, serviceLevel: 0, asaSeconds: 40 });
		expect(teams.north).toMatchObject({ answered: 2, asaSeconds: 20, serviceLevel: 0.5 });
		expect(teams.south).toMatchObject({ answered: 1, asaSeconds: 40 });
	});

	it('counts occupancy within the window, of those who can serve it', () => {
		const { site, queues, teams } = readWindows(floor(), '15m', NOW);
		// Fifteen and a half minutes: the sliding window begins on a whole minute.
		expect(queues.v!.occupancy).toBeCloseTo(10 / 15.5, 9);
		expect(site.occupancy).toBeCloseTo(10 / 15.5, 9);
		expect(teams.north!.occupancy).toBeCloseTo(10 / 15.5, 9);
		expect(queues.c!.occupancy).toBeNull();
	});

	it('counts the occupancy of one who was moved where they were moved to', () => {
		const state = floor();
		const { agents, ...rest } = state.config;
		state.configure({ ...rest, agents: agents.map((one) => ({ ...one, assigned: ['w', 'c'] })) });
		const { queues, channels } = readWindows(state, '15m', NOW);
		expect(queues.v!.occupancy).toBeNull();
		expect(queues.w!.occupancy).toBeCloseTo(10 / 15.5, 9);
		expect(channels.chat!.occupancy).toBeCloseTo(10 / 15.5, 9);
	});

	it('has nothing to compute from in an empty window: null, not 0 %', () => {
		const { queues } = readWindows(floor(), '15m', NOW);
		expect(queues.v).toMatchObject({ offered: 0, serviceLevel: null, asaSeconds: null, abandonment: null });
	});
});

describe('parseWindow()', () => {
	it('reads names and instants, taken at their quarter of an hour', () => {
		expect(parseWindow(null, NOW)).toBe('30m');
		expect(parseWindow('opening', NOW)).toBe('opening');
		expect(parseWindow('2026-11-22T09:44:59Z', NOW)).toEqual({ fromMs: Date.parse('2026-11-22T09:30:00Z') });
	});

	it.each(['', '20m', 'constructor', '2026-11-22T09:30:00', '2026-11-22T11:00:00Z', '2026-11-19T11:00:00Z'])(
		'refuses %j and says why',
		(text) => {
			expect(() => parseWindow(text, NOW)).toThrow(InvalidWindow);
		}
	);
});
