import { and, desc, eq, gte, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PromiseRow } from '#lib/contracts/balance.ts';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys, balancePromiseQueues, balancePromises, queues, users } from '../db/schema/index.ts';

const PromiseFilter = z
	.object({
		fromMs: z.number().finite(),
		toMs: z.number().finite(),
		queue: z.string().nullable().default(null)
	})
	.refine(({ fromMs, toMs }) => toMs > fromMs, 'to must come after from');

const MOST = 20_000;

/** What was promised of each queue by the moves accepted within a span, latest first, and what came of it. */
export async function listPromises(
	{ db: { orm } }: Context,
	actor: Pick<Actor, 'rights'> | null,
	filter: z.input<typeof PromiseFilter>
): Promise<PromiseRow[]> {
	requireRight(actor, 'balance.view');
	const { fromMs, toMs, queue } = parseInput('Reading promises', PromiseFilter, filter);
	const rows = await orm
		.select({
			promise: balancePromises,
			row: balancePromiseQueues,
			queueName: queues.name,
			user: users.name,
			key: apiKeys.name
		})
		.from(balancePromiseQueues)
		.innerJoin(balancePromises, eq(balancePromises.id, balancePromiseQueues.promiseId))
		.leftJoin(queues, eq(queues.id, balancePromiseQueues.queueId))
		.leftJoin(users, eq(sql`'user:' || ${users.id}`, balancePromises.acceptedBy))
		.leftJoin(apiKeys, eq(sql`'key:' || ${apiKeys.id}`, balancePromises.acceptedBy))
		.where(
			and(
				gte(balancePromises.acceptedAt, fromMs),
				lte(balancePromises.acceptedAt, toMs),
				...(queue === null ? [] : [eq(balancePromiseQueues.queueId, queue)])
			)
		)
		.orderBy(desc(balancePromises.acceptedAt), balancePromiseQueues.queueId)
		.limit(MOST);
	return rows.map(({ promise, row, queueName, user, key }): PromiseRow => {
		const comes = (is: boolean) =>
			promise.moves.filter(
				({ before, after }) => before.includes(row.queueId) !== is && after.includes(row.queueId) === is
			).length;
		return {
			promise: promise.id,
			queue: row.queueId,
			queueName: queueName ?? row.queueId,
			acceptedAt: promise.acceptedAt,
			acceptedBy: user ?? key ?? promise.acceptedBy,
			origin: promise.origin,
			reason: promise.reason,
			dueAt: row.dueAt,
			arrivals: comes(true),
			departures: comes(false),
			dayChanges: promise.moves.filter(({ change, offer }) => change != null || offer).length,
			before: row.before,
			after: row.after,
			afterLow: row.afterLow,
			afterHigh: row.afterHigh,
			measured: row.measured,
			offered: row.offered,
			outcome: row.outcome,
			why: row.why
		};
	});
}
