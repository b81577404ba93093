import { describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { coachingEstimates, coachingGoals, performanceFacts } from '../db/schema/index.ts';
import { feedCsv, momentsOf, ownFeed } from './index.ts';
import {
	NOW,
	DAY,
	agentActor,
	ana,
	ben,
	coach,
	planner,
	test,
	addFinding,
	addContact,
	addSession,
	useFeedCentre
} from './testing-feed.ts';

useFeedCentre();

describe('ownFeed()', () => {
	it('shows one thing to practise with the turns around the hold, and no other agent’s name, id or contact', async () => {
		await addFinding();
		await addContact('c-own', 'ana');
		await addContact('c-peer', 'ben');
		const feed = (await ownFeed(test.ctx, ana))!;
		expect(feed).toMatchObject({ agentId: 'ana', isOwn: true, silence: null });
		expect(feed.practise).toMatchObject({
			cause: 'holding',
			gaps: ['hold'],
			mainCase: { queueName: 'Billing', channel: 'voice', intent: 'refund' },
			modules: [{ id: 'search-drill', effects: [{ metric: 'hold', then: 0.33 }] }]
		});
		expect(feed.practise!.evidence).toMatchObject([
			{ contactId: 'c-own', role: 'shows-it', queueName: 'Billing' }
		]);
		const [moment] = feed.practise!.evidence[0]!.moments;
		expect(moment).toMatchObject({ kind: 'hold', seconds: 120, afterSeconds: 30 });
		expect(moment!.turns.map(({ text }) => text)).toContain('You left me waiting for ages!');
		const [figure] = feed.metrics;
		expect(figure).toMatchObject({ metric: 'hold', verdict: 'gap', reached: 0.4, expected: 0.25 });
		// Worse than fair, and the interval lies around the level.
		expect(figure!.low).toBeLessThan(figure!.level);
		expect(figure!.high).toBeGreaterThan(figure!.level);
		expect(figure!.level).toBeGreaterThan(0.25);
		const all = JSON.stringify(feed);
		for (const secret of ['ben', 'Benito', 'c-peer']) expect(all).not.toContain(secret);
	});

	it('is refused for another agent, and read by a coach, who sees no more of colleagues than the agent does', async () => {
		await addFinding();
		await addContact('c-own', 'ana');
		await expect(ownFeed(test.ctx, ben, 'ana')).rejects.toThrow(ForbiddenError);
		await expect(ownFeed(test.ctx, planner, 'ana')).rejects.toThrow(ForbiddenError);
		await expect(ownFeed(test.ctx, planner)).rejects.toThrow(ForbiddenError);
		expect(await ownFeed(test.ctx, agentActor(null, 'u-x'))).toBeNull();
		expect(await ownFeed(test.ctx, coach, 'nobody')).toBeNull();
		const seen = (await ownFeed(test.ctx, coach, 'ana'))!;
		expect(seen).toMatchObject({ agentId: 'ana', isOwn: false, practise: { cause: 'holding' } });
		expect(JSON.stringify(seen)).not.toContain('ben');
	});

	it('says why nothing is recommended: nothing compared, too thin, nothing found, all put off', async () => {
		expect((await ownFeed(test.ctx, ana))!).toMatchObject({ silence: 'no-run', practise: null, run: null });
		await addFinding('holding', 'thin', false);
		const thin = (await ownFeed(test.ctx, ana))!;
		expect(thin).toMatchObject({ silence: 'thin', metrics: [{ verdict: 'thin', neededDays: 6 }] });
		await test.ctx.db.orm.update(coachingEstimates).set({ verdict: 'fair', detail: null });
		expect((await ownFeed(test.ctx, ana))!.silence).toBe('nothing');
	});

	it('weeks begin on Monday and hold what was counted, with the range that chance gives', async () => {
		const row = (date: string, holdable: number, holds: number) => ({
			date,
			agentId: 'ana',
			queueId: 'bills',
			channel: 'voice',
			intent: '',
			band: 'weekday-noon',
			origin: 'log' as const,
			handled: holdable,
			holdable,
			holds
		});
		await test.ctx.db.orm
			.insert(performanceFacts)
			.values([row('2026-02-22', 10, 5), row('2026-02-23', 20, 2), row('2026-02-24', 20, 6)]);
		const { trends } = (await ownFeed(test.ctx, ana))!;
		const weeks = trends.find(({ metric }) => metric === 'hold')!.weeks;
		expect(weeks).toMatchObject([
			{ date: '2026-02-16', observations: 10, value: 0.5 },
			{ date: '2026-02-23', at: Date.UTC(2026, 1, 22, 23), observations: 40, value: 0.2 }
		]);
		// Wilson's 90 % interval of 8 in 40.
		expect(weeks[1]!.low).toBeCloseTo(0.1165, 3);
		expect(weeks[1]!.high).toBeCloseTo(0.3216, 3);
		expect(await feedCsv(test.ctx, ana)).toContain('ana,hold,2026-02-23,40,0.2,');
		await expect(feedCsv(test.ctx, ben, 'ana')).rejects.toThrow(ForbiddenError);
	});

	it('a goal counts from the day after the session, and is unknown while nothing is counted', async () => {
		await addSession('s1', 'ana', 'held', NOW - 7 * DAY);
		await test.ctx.db.orm.insert(coachingGoals).values({
			id: 'g1',
			sessionId: 's1',
			metric: 'hold',
			from: 0.4,
			target: 0.2,
			byDate: '2026-03-20',
			changedAt: 1
		});
		expect((await ownFeed(test.ctx, ana))!.goals).toMatchObject([
			{ now: null, progress: null, observations: 0 }
		]);
		const fact = {
			agentId: 'ana',
			queueId: 'bills',
			channel: 'voice',
			intent: '',
			band: 'x',
			origin: 'log' as const
		};
		await test.ctx.db.orm.insert(performanceFacts).values([
			// The day of the session itself is left out.
			{ ...fact, date: '2026-02-23', holdable: 100, holds: 100 },
			{ ...fact, date: '2026-02-24', holdable: 10, holds: 3 }
		]);
		const [goal] = (await ownFeed(test.ctx, ana))!.goals;
		expect(goal).toMatchObject({ now: 0.3, observations: 10 });
		expect(goal!.progress).toBeCloseTo(0.5);
	});
});

describe('momentsOf()', () => {
	it('reads only what the named agent said and heard', async () => {
		await addContact('c1', 'ana');
		expect(await momentsOf(test.ctx, 'c1', 'holding', { agentId: 'ana' })).toHaveLength(1);
		expect(await momentsOf(test.ctx, 'c1', 'holding')).toHaveLength(1);
		expect(await momentsOf(test.ctx, 'c1', 'holding', { agentId: 'ben' })).toEqual([]);
		expect(await momentsOf(test.ctx, 'c1', 'adherence')).toEqual([]);
		expect(await momentsOf(test.ctx, 'gone', 'holding')).toEqual([]);
	});
});
