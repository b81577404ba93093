import { describe, expect, it } from 'vitest';
import { createRandom } from '#solver/numeric/random.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole } from '../access/testing.ts';
import { coachingEffects, coachingGoals, coachingSessions } from '../db/schema/index.ts';
import { readCatalogue, saveCatalogue } from './catalogue.ts';
import { readAgentCoaching, readCoaching, readCoachingTrend } from './read-coaching.ts';
import { startCoaching } from './start-coaching.ts';
import {
	HOUR,
	DAY,
	MONDAY_9,
	supervisor,
	test,
	jobs,
	addAgents,
	type Stay,
	addStays,
	compute,
	useFactsCentre
} from './testing-facts.ts';
import { sessionRow } from './testing-rows.ts';

useFactsCentre();

// A worker is started for each: slow on a busy machine.
describe('startCoaching()', { timeout: 90_000 }, () => {
	const people = Array.from({ length: 12 }, (_, i) => `a${i}`);

	/** Twelve agents on an easy and a hard queue for two weeks; a3 needs half as long again, and holds often. */
	async function twoWeeks(): Promise<void> {
		await addAgents(people);
		test.clock.at = MONDAY_9 + 14 * DAY;
		const random = createRandom(3);
		await addStays(
			people.flatMap((agent, a) =>
				Array.from({ length: 14 * 12 }, (_, i): Stay => {
					const queue = (a + i) % 3 === 0 ? 'hard' : 'easy';
					const slow = agent === 'a3' ? 1.5 : 1;
					return {
						agent,
						queue,
						at: MONDAY_9 + Math.floor(i / 12) * DAY + (i % 12) * 1_500_000,
						talk: Math.round((queue === 'hard' ? 400 : 200) * slow * Math.exp(0.4 * random.normal())) + 1,
						hold: random.uniform() < (agent === 'a3' ? 0.5 : 0.1) ? 30 : 0,
						wrap: Math.round(40 * Math.exp(0.3 * random.normal())) + 1
					};
				})
			)
		);
	}

	it('finds the one who is slow, with evidence, and nobody else', async () => {
		await twoWeeks();
		const job = await compute({ days: 15 });
		expect({ state: job.state, error: job.error }).toEqual({ state: 'done', error: null });
		const view = (await readCoaching(test.ctx, supervisor))!;
		expect(view.run).toMatchObject({ toDate: '2026-03-16', computedBy: supervisor.id });
		expect([...new Set(view.findings.map(({ agentId }) => agentId))]).toEqual(['a3']);
		const [finding] = view.findings;
		expect(finding!.gaps).toContain('aht');
		expect(finding!.recommendations.length).toBeGreaterThan(0);
		expect(finding!.evidence.filter(({ role }) => role === 'shows-it').map(({ agentId }) => agentId)).toEqual(
			Array(4).fill('a3')
		);
		const aht = view.estimates.find(({ agentId, metric }) => agentId === 'a3' && metric === 'aht')!;
		expect(aht.verdict).toBe('gap');
		expect(aht.reached / aht.expected).toBeGreaterThan(1.3);
		expect(view.estimates.filter(({ metric }) => metric === 'aht')).toHaveLength(12);
		// Nothing tells of surveys: no figure rather than zero.
		expect(view.estimates.some(({ metric }) => metric === 'csat')).toBe(false);
		expect(await test.audited()).toContain('coaching.compute');
	});

	it('shows agents their own alone, and refuses everything else', async () => {
		await twoWeeks();
		await compute({ days: 15 });
		const own = { ...actorWithRole('agent'), agentId: 'a3' };
		const view = (await readAgentCoaching(test.ctx, own, 'a3'))!;
		expect(view.findings.length).toBeGreaterThan(0);
		expect(new Set(view.estimates.map(({ agentId }) => agentId))).toEqual(new Set(['a3']));
		for (const finding of view.findings) {
			expect(finding.agentId).toBe('a3');
			expect(finding.mentors).toEqual([]);
			expect(finding.evidence.every(({ agentId }) => agentId === 'a3')).toBe(true);
		}
		expect(await readCoachingTrend(test.ctx, own, 'a3')).toHaveLength(1);
		const { ctx } = test;
		await expect(readAgentCoaching(ctx, own, 'a4')).rejects.toThrow(ForbiddenError);
		await expect(readCoachingTrend(ctx, own, 'a4')).rejects.toThrow(ForbiddenError);
		await expect(readAgentCoaching(ctx, actorWithRole('agent'), 'a3')).rejects.toThrow(ForbiddenError);
		await expect(readCoaching(ctx, own)).rejects.toThrow(ForbiddenError);
		await expect(startCoaching(ctx, jobs, own)).rejects.toThrow(ForbiddenError);
		for (const refused of [actorWithRole('planner'), { ...own, rights: [] }]) {
			await expect(readCoaching(ctx, refused)).rejects.toThrow(ForbiddenError);
			await expect(readAgentCoaching(ctx, refused, 'a3')).rejects.toThrow(ForbiddenError);
			await expect(readCoachingTrend(ctx, refused, 'a3')).rejects.toThrow(ForbiddenError);
			await expect(startCoaching(ctx, jobs, refused)).rejects.toThrow(ForbiddenError);
		}
		expect(await jobs.find(own, (await jobs.list(supervisor, 'coaching'))[0]!.id)).toBeNull();
	});

	it('measures sessions that were held, judges their goals, and recommends from the centre’s own catalogue', async () => {
		await twoWeeks();
		const { orm } = test.ctx.db;
		const heldAt = MONDAY_9 + 6 * DAY;
		await orm.insert(coachingSessions).values(
			sessionRow({
				...{ id: 's', agentId: 'a3', state: 'held', startAt: heldAt },
				cause: 'knowledge',
				metrics: ['aht', 'csat'],
				mainCase: null,
				endAt: heldAt + HOUR,
				heldAt
			})
		);
		await orm.insert(coachingGoals).values({
			id: 'g',
			sessionId: 's',
			metric: 'aht',
			from: 400,
			target: 30,
			byDate: '2026-03-10',
			changedAt: 1
		});
		const { catalogue } = await readCatalogue(test.ctx);
		const modules = catalogue.modules.map((module) => ({ ...module, id: `our-${module.id}` }));
		await saveCatalogue(test.ctx, supervisor, { catalogue: { ...catalogue, modules }, version: 0 });
		await compute({ days: 15 });
		// Nothing tells of surveys: of that number there is no answer.
		const effects = await orm.select().from(coachingEffects);
		expect(effects.map(({ sessionId, metric }) => [sessionId, metric])).toEqual([['s', 'aht']]);
		const [goal] = await orm.select().from(coachingGoals);
		expect(goal).toMatchObject({ state: 'lapsed' });
		expect(goal!.current).toBeGreaterThan(100);
		expect(goal!.probability).toBeLessThan(0.01);
		const { findings } = (await readCoaching(test.ctx, supervisor))!;
		const named = findings.flatMap(({ recommendations }) =>
			(recommendations as { module: string }[]).map(({ module }) => module)
		);
		expect(named.length).toBeGreaterThan(0);
		expect(named.every((id) => id.startsWith('our-'))).toBe(true);
	});

	it('refuses a period that is none, and computes of nothing that there is nothing', async () => {
		await expect(compute({ days: 0 })).rejects.toThrow(InvalidInputError);
		expect(await readCoaching(test.ctx, supervisor)).toBeNull();
		expect((await compute({ days: 7 })).state).toBe('done');
		expect(await readCoaching(test.ctx, supervisor)).toMatchObject({ estimates: [], findings: [] });
	});
});
