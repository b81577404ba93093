import { readCalendar } from '#lib/server/calendars/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Read by calendar programs, which sign in nowhere: the address is the key. */
export const GET: RequestHandler = async ({ params }) => {
	const text = await readCalendar(runtime().ctx, params.secret);
	if (text === null)
		return new Response('This calendar address is unknown or was revoked.\n', { status: 404 });
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="marea.ics"',
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex'
		}
	});
};
