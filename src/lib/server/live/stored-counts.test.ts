import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestContext } from '../access/testing.ts';
import { queues, sites } from '../db/schema/index.ts';
import { readStoredCounts } from './stored-counts.ts';

const HOUR_MS = 3_600_000;
const KEPT_MS = 36 * HOUR_MS;
const NOW = Date.UTC(2026, 10, 29, 12);
const QUEUES = ['a', 'b', 'c'];

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 's', name: 's', timeZone: 'UTC', createdAt: 0 });
	await orm
		.insert(queues)
		.values(QUEUES.map((id) => ({ id, name: id, siteId: 's', channel: 'voice' as const, createdAt: 0 })));
	await test.ctx.db.client.execute('PRAGMA foreign_keys = OFF');
});
afterEach(() => test.close());

const DAY_MS = 24 * HOUR_MS;
const visits = (leastAgoMs: number, mostAgoMs: number, of: string[], maxLength: number) =>
	fc.array(
		fc.record({
			queue: fc.constantFrom(...of),
			agoMs: fc.integer({ min: leastAgoMs, max: mostAgoMs })
		}),
		{ maxLength }
	);
/** In the order in which they were stored: long ago, in one queue at last; then of the other two; some late ones. */
const history = fc.record({
	longAgo: visits(300 * DAY_MS, 302 * DAY_MS, ['c'], 5),
	between: visits(100 * DAY_MS, 102 * DAY_MS, ['a', 'b'], 60),
	recent: visits(0, 80 * HOUR_MS, ['a', 'b'], 20),
	late: visits(0, 302 * DAY_MS, QUEUES, 2)
});

it('counts of each queue the day and a half before its latest entry, in whatever order they were stored', async () => {
	const { client } = test.ctx.db;
	const ways = { side: 0, lookedUp: 0 };
	await fc.assert(
		fc.asyncProperty(history, async ({ longAgo, between, recent, late }) => {
			const stored = [...longAgo, ...between, ...recent, ...late];
			await client.execute('DELETE FROM visits');
			const rows = stored.map(({ queue, agoMs }, i) => [`c${i}`, queue, NOW - agoMs]);
			await client.execute({
				sql: `INSERT INTO visits (contact_id, ordinal, queue_id, entered_at, outcome)
					SELECT value ->> 0, 0, value ->> 1, value ->> 2, 'waiting' FROM json_each(?)`,
				args: [JSON.stringify(rows)]
			});
			const asked: string[] = [];
			const { execute } = client;
			client.execute = ((statement: Parameters<typeof execute>[0]) => {
				asked.push(JSON.stringify(statement));
				return execute.call(client, statement);
			}) as typeof execute;
			const limits = () => ({ thresholdSeconds: 20, shortAbandonSeconds: 5 });
			const counts = await readStoredCounts(client, NOW, KEPT_MS, limits);
			client.execute = execute;
			if (asked.some((text) => text.includes('NOT INDEXED'))) ways.side++;
			if (asked.some((text) => text.includes('json_each'))) ways.lookedUp++;
			for (const queue of QUEUES) {
				const own = stored.filter((one) => one.queue === queue);
				const from = Math.max(...own.map(({ agoMs }) => NOW - agoMs)) - KEPT_MS;
				const offered = [...(counts.get(queue)?.entered.values() ?? [])].reduce(
					(n, one) => n + one.offered,
					0
				);
				expect(offered).toBe(own.filter(({ agoMs }) => NOW - agoMs >= from).length);
			}
		}),
		{ numRuns: 150 }
	);
	expect(ways.side).toBeGreaterThan(20);
	expect(ways.lookedUp).toBeGreaterThan(20);
});
