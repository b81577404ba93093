import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { agents, rosters, shifts, sites } from '../db/schema/index.ts';
import { listScheduled } from './list-scheduled.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 0 });
	await orm.insert(agents).values({ id: 'ana', siteId: 'main', name: 'Ana', createdAt: 0 });
	for (const status of ['published', 'draft'] as const) {
		const head = {
			id: status,
			name: status,
			status,
			fromAt: 0,
			toAt: 1_000,
			timeZone: 'UTC',
			createdBy: 'u'
		};
		await orm.insert(rosters).values({ ...head, problem: {}, result: {}, createdAt: 0 });
		await orm.insert(shifts).values(
			[100, 300].map((startAt) => ({
				id: `${status} ${startAt}`,
				rosterId: status,
				agentId: 'ana',
				templateId: 't',
				startAt,
				endAt: startAt + 100,
				breaks: [{ startAt: startAt + 40, endAt: startAt + 50, isPaid: true }]
			}))
		);
	}
});
afterEach(() => test.close());

it('listScheduled() gives the published shifts that reach into the span, by agent', async () => {
	const supervisor = actorWithRole('supervisor');
	expect(await listScheduled(test.ctx, supervisor, { fromMs: 150, toMs: 300 })).toEqual({
		ana: [{ startAt: 100, endAt: 200, breaks: [{ startAt: 140, endAt: 150, isPaid: true }] }]
	});
	expect((await listScheduled(test.ctx, supervisor, { fromMs: 0, toMs: 1_000 })).ana).toHaveLength(2);
	expect(await listScheduled(test.ctx, supervisor, { fromMs: 200, toMs: 300 })).toEqual({});
});

it('listScheduled() gives nothing to who may not see rosters', async () =>
	expect(await listScheduled(test.ctx, actorWithRole('agent'), { fromMs: 0, toMs: 1_000 })).toEqual({}));
