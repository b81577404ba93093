import { contactsCsv, listContacts, parseContactQuery } from '#lib/server/contacts/index.ts';
import { floorClock } from '#lib/server/live/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const MOST_IN_FILE = 10_000;

/** Contacts by the same filters as the page's address. CSV by Accept: then up to 10,000 rows at once. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	try {
		const { ctx, centre } = runtime();
		const { wallMs, offsetMs } = floorClock(centre.state, ctx.now());
		const nowMs = wallMs + offsetMs;
		const query = parseContactQuery(url.searchParams, nowMs, centre.state.config.site.timeZone);
		// What was acknowledged before this request is in the answer.
		await centre.project();
		if (!request.headers.get('accept')?.includes('text/csv'))
			return Response.json(await listContacts(ctx, locals.actor, query, nowMs));
		const { rows } = await listContacts(ctx, locals.actor, { ...query, page: 1 }, nowMs, MOST_IN_FILE);
		return new Response(contactsCsv(rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
	} catch (error) {
		return refusal(error, 'The contacts could not be read.');
	}
};
