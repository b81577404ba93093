import { error } from '@sveltejs/kit';
import { findForecast, readForecastIntervals, readForecastView } from '#lib/server/forecasts/index.ts';
import { openTimeZone } from '#lib/server/history/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const DAY_MS = 86_400_000;

/** The intervals of one local day (`?day=2026-03-02`) of a queue (`&queue=`), or of all together. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { ctx } = runtime();
	const actor = locals.actor!;
	const head = await findForecast(ctx, actor, params.id);
	if (!head) error(404, `There is no forecast "${params.id}"; it may have been removed.`);
	const zone = openTimeZone(head.timeZone)!;
	const wanted = Date.parse(`${url.searchParams.get('day')}T00:00:00Z`) / DAY_MS;
	const queue = url.searchParams.get('queue') ?? '';
	const rows =
		queue === ''
			? ((await readForecastView(ctx, actor, params.id, ''))?.intervals ?? [])
			: await readForecastIntervals(ctx, actor, params.id, queue);
	return Response.json(
		rows
			.filter(({ startAt }) => Math.floor((startAt + zone.offsetMs(startAt)) / DAY_MS) === wanted)
			.map(({ startAt, offered, p10, p90, ahtSeconds, computed, overrideIds }) => ({
				at: startAt,
				offered,
				p10,
				p90,
				ahtSeconds,
				computedOffered: computed.offered,
				computedAhtSeconds: computed.ahtSeconds,
				marks: overrideIds
			}))
	);
};
