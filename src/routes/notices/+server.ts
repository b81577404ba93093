import { listNotices, markRead } from '#lib/server/notices/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The reader's own notices. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		return Response.json(await listNotices(runtime().ctx, locals.actor));
	} catch (error) {
		return refusal(error, 'The notices could not be read.');
	}
};

/** Marks own notices as read: {ids}, null for all of them. */
export const POST: RequestHandler = async ({ locals, request }) => {
	try {
		const input = await request.json().catch(() => null);
		return Response.json({ read: await markRead(runtime().ctx, locals.actor, input) });
	} catch (error) {
		return refusal(error, 'The notices could not be marked as read.');
	}
};
