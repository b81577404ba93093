import { HISTORY_FILE_MAX_BYTES } from '#lib/contracts/history-file.ts';
import { requireRight } from '#lib/server/access/index.ts';
import { importHistory, listHistory, type DateOrder } from '#lib/server/history/index.ts';
import { BodyTooLarge, readBytes } from '#lib/server/read-body.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What history there is, and where it came from. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		return Response.json(await listHistory(runtime().ctx, locals.actor!));
	} catch (error) {
		return refusal(error, 'The history could not be read.');
	}
};

/**
 * The body is the file; `fileName`, `timeZone` (the site's by default), `queue` (of a two-column file)
 * and `dateOrder` (day-first or month-first, where the file does not tell) stand in the address.
 */
export const POST: RequestHandler = async ({ request, url, locals }) => {
	try {
		requireRight(locals.actor, 'history.import');
		const { ctx, centre } = runtime();
		const result = await importHistory(ctx, locals.actor!, {
			fileName: url.searchParams.get('fileName') || 'history.csv',
			text: await readBytes(request, HISTORY_FILE_MAX_BYTES),
			timeZone: url.searchParams.get('timeZone') || centre.state.config.site.timeZone,
			defaultQueue: url.searchParams.get('queue') || undefined,
			// The import itself refuses what is neither.
			dateOrder: (url.searchParams.get('dateOrder') || undefined) as DateOrder | undefined
		});
		// It may have made queues, and a first file makes the site.
		if (result.status === 'imported') await centre.reconfigure();
		// A file that is no history is an ordinary outcome; its reasons are in `errors`.
		return Response.json(result);
	} catch (error) {
		if (error instanceof BodyTooLarge) return Response.json({ error: error.message }, { status: 413 });
		return refusal(error, 'The file could not be stored; try again.');
	}
};
