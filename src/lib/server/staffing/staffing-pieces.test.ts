import { describe, expect, it } from 'vitest';
import { agentsToRoster } from './agents-to-roster.ts';
import { botFactor } from './bot-factor.ts';
import { isOpen } from './is-open.ts';
import type { StaffingHead, StaffingIntervalRow } from './read-staffing.ts';
import { rosterPeople } from './roster-people.ts';
import { shareOtherWork } from './share-other-work.ts';
import { shareOutClosed } from './share-out-closed.ts';
import { skillGroups } from './skill-groups.ts';
import { HOUR_MS, MONDAY } from './testing.ts';
import { withoutOtherWork } from './without-other-work.ts';

const HALF = HOUR_MS / 2;
const row = (startAt: number, agents: number, pooledAgents: number | null) =>
	({ queueId: 'q', startAt, agents, pooledAgents }) as StaffingIntervalRow;
const plan = (head: Partial<StaffingHead>) =>
	({
		timeZone: 'Europe/Madrid',
		intervalSeconds: 1800,
		parameters: {},
		terms: null,
		...head
	}) as StaffingHead;

describe('agentsToRoster()', () => {
	it('asks an old plan for its agents over one share', () => {
		const old = plan({ parameters: { q: { shrinkage: 0.2 } } as unknown as StaffingHead['parameters'] });
		expect(agentsToRoster(old)(row(MONDAY, 4, null))).toBeCloseTo(5);
	});

	it('asks for the shared people, with the shrinkage of the local hour but for what the roster places', () => {
		const shrinkage = [
			{ kind: 'breaks', share: 0.5, isRostered: true },
			{ kind: 'training', share: 0.2, weekdays: [1], fromMinute: 600, toMinute: 660, isRostered: false }
		];
		const wanted = agentsToRoster(plan({ terms: { shrinkage } as unknown as StaffingHead['terms'] }));
		// 9:00 UTC is 10:00 in Madrid on this Monday.
		expect(wanted(row(MONDAY + 9 * HOUR_MS, 4, 2.5))).toBeCloseTo(2.5 / 0.8);
		expect(wanted(row(MONDAY + 10 * HOUR_MS, 4, 2.5))).toBeCloseTo(2.5);
		expect(wanted(row(MONDAY + 33 * HOUR_MS, 4, 2.5))).toBeCloseTo(2.5);
	});
});

describe('skillGroups()', () => {
	it('puts people who take the same queues together, what they know best first', () => {
		const groups = skillGroups(
			[
				{
					id: 'a',
					skills: [
						{ skillId: 'x', proficiency: 0.5 },
						{ skillId: 'y', proficiency: 1 }
					]
				},
				{
					id: 'b',
					skills: [
						{ skillId: 'y', proficiency: 1 },
						{ skillId: 'x', proficiency: 0.7 }
					]
				},
				{ id: 'c', skills: [{ skillId: 'x', proficiency: 0 }] }
			],
			[
				{ id: 'X', skillId: 'x', priority: 1 },
				{ id: 'Y', skillId: 'y', priority: 1 },
				{ id: 'any', skillId: null, priority: 2 }
			]
		);
		expect(groups).toEqual([
			{ id: 'X+Y+any', queueIds: ['any', 'Y', 'X'], headcount: 2, agentIds: ['a', 'b'] },
			{ id: 'any', queueIds: ['any'], headcount: 1, agentIds: ['c'] }
		]);
	});
});

describe('rosterPeople()', () => {
	it('counts the part of each interval that a shift covers, breaks taken off', () => {
		const groups = [{ id: 'g', queueIds: ['q'], headcount: 1, agentIds: ['a'] }];
		const shift = {
			agentId: 'a',
			startAt: MONDAY + HALF / 2,
			endAt: MONDAY + 3 * HALF,
			breaks: [{ startAt: MONDAY + HALF, endAt: MONDAY + HALF + HALF / 3 }]
		};
		const instants = [MONDAY - HALF, MONDAY, MONDAY + HALF, MONDAY + 2 * HALF, MONDAY + 3 * HALF];
		const stranger = { ...shift, agentId: 'nobody' };
		expect(rosterPeople(groups, [shift, stranger], instants, 1800).get('g')).toEqual([
			0,
			0.5,
			expect.closeTo(2 / 3),
			1,
			0
		]);
	});
});

describe('shareOtherWork()', () => {
	it('gives letters to the able group with most people left', () => {
		const groups = [
			{ id: 'both', queueIds: ['calls', 'letters'], headcount: 5 },
			{ id: 'letters', queueIds: ['letters'], headcount: 2 }
		];
		const given = shareOtherWork(
			groups,
			new Map([['letters', [1.5, 1.5]]]),
			new Map([['both', [4, 0]]]),
			({ headcount }) => headcount
		);
		expect(Object.fromEntries(given)).toEqual({ both: [0, 1.5], letters: [1.5, 0] });
	});
});

describe('withoutOtherWork()', () => {
	it('takes it from those who can do it and loses nobody to rounding over a day', () => {
		const groups = [
			{ id: 'both', queueIds: ['calls', 'letters'], agents: [3.5, 3.5, 3.5, 3.5] },
			{ id: 'calls', queueIds: ['calls'], agents: [1, 1, 1, 1] }
		];
		const left = withoutOtherWork(groups, new Map([['letters', [1, 1, 9, 0]]]), [1, 1, 1, 2]);
		expect(left.map(({ agents }) => agents)).toEqual([
			[2, 3, 0, 3],
			[1, 1, 1, 1]
		]);
	});
});

describe('botFactor()', () => {
	it('is 1 with the bots of the history, and falls with what more of them close', () => {
		const before = { share: 0.5, containment: 0.4 };
		expect(botFactor(null)).toBe(1);
		expect(botFactor({ planned: before, before })).toBe(1);
		expect(botFactor({ planned: { share: 1, containment: 0.4 }, before })).toBeCloseTo(0.75);
	});
});

describe('isOpen()', () => {
	it('reads hours from Monday and weekdays from Sunday', () => {
		const sunday = [{ weekday: 6, fromMinute: 600, toMinute: 660 }];
		expect(isOpen(sunday, 0, 630)).toBe(true);
		expect(isOpen(sunday, 0, 660)).toBe(false);
		expect(isOpen(sunday, 6, 630)).toBe(false);
		expect(isOpen([], 3, 0)).toBe(true);
	});
});

describe('shareOutClosed()', () => {
	it('counts what a bot closed for the queues to which bots handed contacts like it', () => {
		const none = { queueId: null, escalated: 0 };
		const sums = shareOutClosed([
			{ queueId: 'bills', like: 'chat es', contacts: 60, escalated: 30, closed: 0 },
			{ queueId: 'faults', like: 'chat es', contacts: 10, escalated: 10, closed: 0 },
			{ queueId: 'faults', like: 'voice es', contacts: 100, escalated: 0, closed: 0 },
			{ ...none, like: 'chat es', contacts: 20, closed: 20 },
			{ ...none, like: 'chat en', contacts: 7, closed: 7 }
		]);
		expect(Object.fromEntries(sums)).toEqual({
			bills: { contacts: 75, escalated: 30, closed: 15 },
			faults: { contacts: 115, escalated: 10, closed: 5 }
		});
	});
});
