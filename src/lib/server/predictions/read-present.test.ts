import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import { FloorFeed, LiveState } from '../live/index.ts';
import { learnHabits, noHabits } from './habits.ts';
import { nothingKnown } from './known-ahead.ts';
import { levelAhead, readPresent } from './read-present.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24, 12);

const CONFIG: LiveState['config'] = {
	site: { id: 'main', name: 'Test', timeZone: 'UTC' },
	queues: ['calls', 'chats'].map((id) => ({
		id,
		name: id,
		channel: id === 'calls' ? ('voice' as const) : ('chat' as const),
		skillId: id,
		variant: 'of-offered' as const,
		serviceLevelShare: 0.8,
		thresholdSeconds: 20,
		shortAbandonSeconds: 5,
		concurrency: id === 'calls' ? 1 : 3,
		isDemo: false,
		isDiscovered: false,
		openingHours: id === 'chats' ? [{ weekday: 1, fromMinute: 0, toMinute: 12 * 60 + 20 }] : null
	})),
	agents: ['ann', 'bob', 'cid'].map((id, i) => ({
		id,
		name: id,
		team: null,
		skills: [['calls'], ['calls', 'chats'], ['chats']][i]!,
		assigned: null,
		isDemo: false
	}))
};

function floorOf(events: [minutesAgo: number, type: string, data: LoggedEvent['data']][]) {
	const state = new LiveState(CONFIG, () => null);
	const logged = events
		.map(([minutesAgo, type, data], i): LoggedEvent => ({
			seq: i + 1,
			source: 'test',
			id: String(i),
			type: `marea.${type}`,
			at: NOW - minutesAgo * MINUTE,
			data
		}))
		.sort((a, b) => a.at - b.at);
	// As they happen: what comes late and all at once would be taken for a replay.
	for (const event of logged) state.apply([event], event.at);
	return { state, rows: new FloorFeed(state, 'test').agentRows(NOW) };
}

describe('readPresent()', () => {
	const { state, rows } = floorOf([
		[60, 'agent.state', { agent: 'ann', state: 'available' }],
		[60, 'agent.state', { agent: 'bob', state: 'available' }],
		[8, 'agent.state', { agent: 'cid', state: 'break' }],
		[9, 'contact.queued', { contact: 'a', queue: 'calls' }],
		[8, 'contact.answered', { contact: 'a', queue: 'calls', agent: 'ann' }],
		[8, 'agent.state', { agent: 'ann', state: 'handling' }],
		[2, 'contact.queued', { contact: 'b', queue: 'calls' }],
		[1, 'contact.queued', { contact: 'c', queue: 'chats' }],
		[7, 'contact.queued', { contact: 'd', queue: 'chats' }],
		[6.5, 'contact.abandoned', { contact: 'd', queue: 'chats' }]
	]);
	const floor = readPresent(state, rows, { habits: noHabits(), known: nothingKnown() }, NOW);
	const [calls, chats] = floor.queues;

	it('tells how long each waits, and what came of those who entered, by five minutes', () => {
		expect(calls!.waitingSeconds).toEqual([120]);
		expect(chats!.waitingSeconds).toEqual([60]);
		expect(calls!.past.map(({ offered }) => offered)).toEqual([1, 1, 0, 0, 0, 0]);
		expect(calls!.past[1]).toMatchObject({ answered: 1, answeredInThreshold: 0 });
		expect(chats!.past[1]).toMatchObject({ abandoned: 1, abandonedInThreshold: 0 });
	});

	it('tells who can serve what, who is busy since when, and when somebody is back', () => {
		const [ann, bob, cid] = floor.agents;
		expect(ann).toMatchObject({
			queues: [0],
			isServing: true,
			contacts: [{ queue: 0, elapsedSeconds: 480, isWrapping: false }]
		});
		expect(bob).toMatchObject({ queues: [0, 1], isServing: true, contacts: [] });
		expect(cid).toMatchObject({ queues: [1], isServing: false });
		expect(cid!.changes).toMatchObject([{ isServing: true, reason: 'break' }]);
		expect(cid!.changes[0]!.inSeconds).toBeCloseTo(7 * 60);
	});

	it('expects nobody once a queue has closed', () => {
		expect(chats!.arrivals.slice(0, 4).every((count) => count > 0)).toBe(true);
		expect(chats!.arrivals.slice(4).every((count) => count === 0)).toBe(true);
		expect(calls!.arrivals.at(-1)).toBeGreaterThan(0);
	});

	it('learns handle times, patience and pauses from what is in memory', async () => {
		const learned = floorOf([
			[60, 'agent.state', { agent: 'ann', state: 'available' }],
			[50, 'agent.state', { agent: 'ann', state: 'lunch' }],
			[20, 'agent.state', { agent: 'ann', state: 'available' }],
			[15, 'contact.queued', { contact: 'a', queue: 'calls' }],
			[14, 'contact.answered', { contact: 'a', queue: 'calls', agent: 'ann' }],
			[9, 'contact.ended', { contact: 'a', queue: 'calls', agent: 'ann' }],
			[8, 'contact.wrapped', { contact: 'a', queue: 'calls', agent: 'ann' }],
			[7, 'contact.queued', { contact: 'b', queue: 'calls' }],
			[5, 'contact.abandoned', { contact: 'b', queue: 'calls' }]
		]);
		const habits = await learnHabits(learned.state, NOW);
		expect(habits.queues.get('calls')).toMatchObject({
			usual: { count: 1, ms: 6 * MINUTE },
			recent: { count: 1 },
			wrapMs: MINUTE,
			waitMs: 3 * MINUTE,
			abandoned: 1
		});
		expect(habits.pauses.lunch).toEqual({ begun: 1, ended: 1, endedMs: 30 * MINUTE });
		expect(habits.servingMs).toBe(30 * MINUTE);
	});
});

describe('levelAhead()', () => {
	const past = (...offered: number[]) => offered.map((count) => ({ offered: count }));

	it('lifts what is expected by what came', () => {
		const { arrivals, usual } = levelAhead(past(20, 20, 20, 20, 20, 20), NOW, () => 10);
		expect(usual).toEqual(new Array(12).fill(10));
		expect(arrivals[0]).toBeGreaterThan(13);
		expect(arrivals[0]).toBeLessThan(20);
	});

	it('goes on as of late where nothing is expected, the latest counting most', () => {
		expect(levelAhead(past(...new Array<number>(24).fill(6)), NOW, () => null).arrivals[5]).toBeCloseTo(6);
		const risen = levelAhead(past(12, 12, ...new Array<number>(22).fill(6)), NOW, () => null).arrivals[0]!;
		expect(risen).toBeGreaterThan(7.5);
		expect(levelAhead(past(0, 0), NOW, () => null).arrivals[0]).toBe(0);
	});
});
