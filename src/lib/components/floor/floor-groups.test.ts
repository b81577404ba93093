import { describe, expect, it } from 'vitest';
import type { AgentRow, PeriodNumbers, QueueRow } from '#lib/contracts/live.ts';
import { channelGroups, joinSentiment, teamGroups } from './floor-groups.ts';

const queue = (id: string, channel: QueueRow['channel'], waiting: number, enteredAt: number | null) =>
	({
		id,
		channel,
		waiting,
		handling: 1,
		oldestEnteredAt: enteredAt,
		clockOffsetMs: 0,
		bots:
			channel === 'voice'
				? { active: 1, sessions: waiting, resolved: 0, escalated: 1, containment: 0 }
				: null,
		sentiment: { mean: waiting / 10, negativeShare: 0.5, count: waiting }
	}) as QueueRow;
const agent = (id: string, team: string | null, state: AgentRow['state'], skills: string[]) =>
	({ id, team, state, skills, contacts: state === 'handling' ? [{ id: 'c' }] : [] }) as unknown as AgentRow;

const queues = [queue('v', 'voice', 2, 1_000), queue('w', 'voice', 4, 5_000), queue('c', 'chat', 0, null)];
const agents = [
	agent('ana', 'north', 'available', ['s-v', 's-w']),
	agent('ben', 'south', 'handling', ['s-c']),
	agent('cho', null, null, [])
];
const period = { serviceLevel: 0.5, abandonment: 0.1, averageWaitSeconds: 9 } as PeriodNumbers;

describe('channelGroups()', () => {
	const groups = channelGroups(
		{ queues, agents, wallMs: () => 61_000 },
		{ v: 's-v', w: 's-w', c: 's-c' },
		() => period,
		(channel) => channel
	);

	it('adds up the queues of each channel that has any; an agent of two of them counts once', () => {
		expect(groups.map(({ id, queues: of }) => [id, of.length])).toEqual([
			['voice', 2],
			['chat', 1]
		]);
		const { source } = groups[0]!;
		expect(source.bots).toEqual({ active: 2, sessions: 6, resolved: 0, escalated: 2, containment: 0.5 });
		expect(groups[1]!.source.bots).toBeNull();
		expect([source.waiting, source.handling, source.oldestSeconds]).toEqual([6, 2, 60]);
		expect(source.agents).toEqual({ available: 1 });
		expect(groups[1]!.source.oldestSeconds).toBeNull();
	});
});

describe('teamGroups()', () => {
	const groups = teamGroups(
		agents,
		() => period,
		(team) => team || 'none'
	);

	it('gives a team its agents’ numbers, and none that wait for nobody in particular', () => {
		expect(groups.map(({ name }) => name)).toEqual(['north', 'south', 'none']);
		const { source } = groups[1]!;
		expect([source.waiting, source.oldestSeconds, source.handling]).toEqual([null, null, 1]);
		expect(source.period).toMatchObject({ serviceLevel: 0.5, abandonment: null, averageWaitSeconds: null });
		expect(groups[2]!.source).toMatchObject({ period: null, agents: { unknown: 1 } });
	});
});

describe('joinSentiment()', () => {
	it('weighs each by its contacts, and is unknown without any', () => {
		const joined = joinSentiment([
			{ mean: -0.5, negativeShare: 1, count: 1 },
			{ mean: 0.1, negativeShare: 0, count: 3 },
			null
		])!;
		expect(joined.mean).toBeCloseTo(-0.05);
		expect([joined.negativeShare, joined.count]).toEqual([0.25, 4]);
		expect(joinSentiment([null])).toBeNull();
	});
});
