import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { InvalidInputError, parseInput } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { readFacts } from '../history/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { ForecastWork, ForecastWorkResult } from './forecast-work.ts';
import { storeForecast } from './store-forecast.ts';

export const ForecastInput = z.object({
	name: z.string().trim().min(1).max(120),
	queueIds: z.array(z.string()).min(1, 'choose at least one queue').max(500),
	/** Days after the history's last. */
	horizonDays: z.int().min(1).max(126),
	intervalSeconds: z.union([z.literal(300), z.literal(900), z.literal(1800), z.literal(3600)])
});
export type ForecastInput = z.infer<typeof ForecastInput>;

/** Starts a forecast as a job; when it is done the job's result is `{ forecastId }`. */
export async function startForecast(
	ctx: Context,
	jobs: Jobs,
	actor: Actor,
	timeZone: string,
	input: ForecastInput
): Promise<JobUpdate> {
	const wanted = parseInput('Computing a forecast', ForecastInput, input);
	const facts = await readFacts(ctx, wanted.queueIds);
	for (const queueId of wanted.queueIds)
		if (!facts.some((fact) => fact.queueId === queueId))
			throw new InvalidInputError(
				`Computing a forecast: queue "${queueId}" has no history; import one first.`
			);
	for (const { queueId, intervalSeconds } of facts)
		if (wanted.intervalSeconds % intervalSeconds !== 0)
			throw new InvalidInputError(
				`Computing a forecast: the history of "${queueId}" is in intervals of ${intervalSeconds / 60} minutes; ask for a multiple of that.`
			);
	const payload: ForecastWork = {
		facts,
		timeZone,
		horizonDays: wanted.horizonDays,
		intervalSeconds: wanted.intervalSeconds
	};
	return jobs.start(actor, {
		kind: 'forecast',
		input: wanted,
		payload,
		finish: (result) =>
			storeForecast(ctx, actor, { id: randomUUID(), timeZone, ...wanted }, result as ForecastWorkResult)
	});
}
