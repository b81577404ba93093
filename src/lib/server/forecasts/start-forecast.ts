import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone, readFacts, type QueueFacts } from '../history/index.ts';
import type { JobStarter } from '../jobs/index.ts';
import { specialDaysFor } from '../special-days/index.ts';
import type { ForecastWork, ForecastWorkResult } from './forecast-work.ts';
import { midnightOf } from './midnight-of.ts';
import { storeForecast } from './store-forecast.ts';

const ACTION = 'Computing a forecast';
const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** 18 weeks by interval, 64 by day. */
export const MOST_DAYS = 126;
export const MOST_DAYS_BY_DAY = 448;

export const ForecastInput = z
	.object({
		name: z.string().trim().min(1).max(120),
		queueIds: z.array(z.string()).min(1, 'choose at least one queue').max(500),
		/** Days after the history's last. */
		horizonDays: z.int().min(1).max(MOST_DAYS_BY_DAY),
		intervalSeconds: z.union([
			z.literal(300),
			z.literal(900),
			z.literal(1800),
			z.literal(3600),
			z.literal(DAY_SECONDS)
		]),
		/** Local date: only what came before it is learned from, as if it were that day. */
		asOf: z.iso.date().nullable().optional(),
		/** The queue whose shape a young one borrows, by queue; else the one nearest in shape. */
		like: z.record(z.string(), z.string()).optional()
	})
	.refine(({ horizonDays, intervalSeconds }) => intervalSeconds === DAY_SECONDS || horizonDays <= MOST_DAYS, {
		path: ['horizonDays'],
		message: `by interval ${MOST_DAYS} days (18 weeks) at most; further ahead by day`
	});
export type ForecastInput = z.infer<typeof ForecastInput>;

/** Starts a forecast as a job; when it is done the job's result is `{ forecastId }`. */
export async function startForecast(
	ctx: Context,
	jobs: JobStarter,
	actor: Actor,
	timeZone: string,
	input: ForecastInput
): Promise<JobUpdate> {
	requireRight(actor, 'forecast.compute');
	const wanted = parseInput(ACTION, ForecastInput, input);
	const { like = {}, asOf = null, horizonDays, intervalSeconds } = wanted;
	const zone = openTimeZone(timeZone)!;
	const untilMs = asOf === null ? Infinity : midnightOf(Date.parse(asOf) / DAY_MS, zone);
	const facts = (await readFacts(ctx, wanted.queueIds)).map((fact) => ({
		...fact,
		rows: fact.rows.filter(({ startMs }) => startMs < untilMs)
	}));
	refuseWhatCantBe(wanted, facts);
	const specialDays = await specialDaysFor(ctx, wanted.queueIds);
	const payload: ForecastWork = { facts, timeZone, horizonDays, intervalSeconds, specialDays, like };
	return jobs.start(actor, {
		kind: 'forecast',
		input: wanted,
		payload,
		finish: (result) =>
			storeForecast(
				ctx,
				actor,
				{ id: randomUUID(), timeZone, name: wanted.name, intervalSeconds, horizonDays, asOf, like },
				result as ForecastWorkResult
			)
	});
}

function refuseWhatCantBe(wanted: ForecastInput, facts: readonly QueueFacts[]): void {
	const before = wanted.asOf ? ` before ${wanted.asOf}` : '';
	for (const queueId of wanted.queueIds)
		if (!facts.some((fact) => fact.queueId === queueId && fact.rows.length > 0))
			throw new InvalidInputError(`${ACTION}: queue "${queueId}" has no history${before}; import one first.`);
	for (const { queueId, intervalSeconds } of facts)
		if (wanted.intervalSeconds % intervalSeconds !== 0)
			throw new InvalidInputError(
				`${ACTION}: the history of "${queueId}" is in intervals of ${intervalSeconds / 60} minutes; ask for a multiple of that.`
			);
	for (const [queueId, likeId] of Object.entries(wanted.like ?? {}))
		if (queueId === likeId || !wanted.queueIds.includes(likeId) || !wanted.queueIds.includes(queueId))
			throw new InvalidInputError(
				`${ACTION}: "${queueId}" can't borrow the shape of "${likeId}"; choose another queue of this forecast.`
			);
}
