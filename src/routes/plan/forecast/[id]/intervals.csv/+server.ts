import { error } from '@sveltejs/kit';
import { forecastCsv } from '#lib/server/forecasts/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The intervals as a file; of one queue with `?queue=`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const found = await forecastCsv(
		runtime().ctx,
		locals.actor!,
		params.id,
		url.searchParams.get('queue') ?? undefined
	);
	if (!found) error(404, `There is no forecast "${params.id}"; it may have been removed.`);
	return new Response(found.csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${found.name}.csv`)}`
		}
	});
};
