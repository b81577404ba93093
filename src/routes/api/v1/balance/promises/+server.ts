import { listPromises, PROMISE_COLUMNS, promiseCells } from '#lib/server/balancing/index.ts';
import { toCsv } from '#lib/format/to-csv.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const FOUR_WEEKS_MS = 28 * 86_400_000;

/** What accepted moves promised of each queue, and what came. Without from and to: the last four weeks. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	try {
		const { ctx } = runtime();
		const instant = (name: string, otherwise: number) => {
			const text = url.searchParams.get(name);
			return text === null ? otherwise : Date.parse(text);
		};
		const toMs = instant('to', ctx.now());
		const fromMs = instant('from', toMs - FOUR_WEEKS_MS);
		const rows = await listPromises(ctx, locals.actor, {
			fromMs,
			toMs,
			queue: url.searchParams.get('queue')
		});
		if (!request.headers.get('accept')?.includes('text/csv')) return Response.json(rows);
		return new Response(toCsv(PROMISE_COLUMNS, rows.map(promiseCells)), {
			headers: { 'content-type': 'text/csv; charset=utf-8' }
		});
	} catch (error) {
		return refusal(error, 'The promises could not be read.');
	}
};
