import { toCsv } from '#lib/format/to-csv.ts';
import { INTERVAL_COLUMNS, parseRange, readIntervals } from '#lib/server/intervals/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, request, locals }) => {
	try {
		const { ctx, centre } = runtime();
		const range = parseRange(url.searchParams);
		// What was acknowledged before this request is in the answer.
		await centre.project();
		const rows = await readIntervals(ctx, locals.actor!, range, centre.state.config.site.timeZone);
		if (!request.headers.get('accept')?.includes('text/csv')) return Response.json(rows);
		return new Response(
			toCsv(
				INTERVAL_COLUMNS,
				rows.map((row) => INTERVAL_COLUMNS.map((column) => row[column]))
			),
			{ headers: { 'content-type': 'text/csv; charset=utf-8' } }
		);
	} catch (error) {
		return refusal(error, 'The intervals could not be read.');
	}
};
