import { rosterCalendar } from '#lib/server/calendars/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The agent's shifts of this roster as a calendar file. */
export const GET: RequestHandler = async ({ locals, params }) => {
	try {
		const text = await rosterCalendar(runtime().ctx, locals.actor!, params.id, params.agent, locals.locale);
		if (text === null)
			return Response.json(
				{ error: 'There is no such roster, or nobody of that id in it.' },
				{ status: 404 }
			);
		return new Response(text, {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'content-disposition': 'attachment; filename="shifts.ics"',
				'cache-control': 'private, no-store'
			}
		});
	} catch (error) {
		return refusal(error, 'The calendar could not be written; try again.');
	}
};
