import { exportAudit, parseAuditQuery } from '#lib/server/audit-trail/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../../users/require-actor.ts';
import type { RequestHandler } from './$types';

/** Everything that the search finds, not only the page of it that is shown. */
export const GET: RequestHandler = ({ locals, url }) => {
	const actor = requireActor(locals, 'audit.view');
	const { ctx, centre } = runtime();
	const format = url.searchParams.get('format') === 'ndjson' ? ('ndjson' as const) : ('csv' as const);
	const pieces = exportAudit(ctx, actor, {
		query: parseAuditQuery(url.searchParams),
		timeZone: centre.state.config.site.timeZone,
		format
	});
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { value, done } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		cancel: async () => void (await pieces.return(undefined))
	});
	return new Response(body, {
		headers: {
			'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
			'content-disposition': `attachment; filename="audit.${format}"`
		}
	});
};
