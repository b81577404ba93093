import { toCsv } from '#lib/format/to-csv.ts';
import { INTENT_SHARE_COLUMNS, readIntentShares } from '#lib/server/intents/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const WEEK_MS = 7 * 86_400_000;

/** What contacts were about, by queue: the split of a forecast by reason. Without from and to: the last week. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	try {
		const { ctx, centre } = runtime();
		const instant = (name: string, otherwise: number) => {
			const text = url.searchParams.get(name);
			return text === null ? otherwise : Date.parse(text);
		};
		const toMs = instant('to', ctx.now());
		const fromMs = instant('from', toMs - WEEK_MS);
		// What was acknowledged before this request is in the answer.
		await centre.project();
		const rows = await readIntentShares(ctx, locals.actor, {
			fromMs,
			toMs,
			queue: url.searchParams.get('queue')
		});
		if (!request.headers.get('accept')?.includes('text/csv')) return Response.json(rows);
		return new Response(
			toCsv(
				INTENT_SHARE_COLUMNS,
				rows.map((row) => INTENT_SHARE_COLUMNS.map((column) => row[column]))
			),
			{ headers: { 'content-type': 'text/csv; charset=utf-8' } }
		);
	} catch (error) {
		return refusal(error, 'The intents could not be read.');
	}
};
