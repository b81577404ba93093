import { askForAll, listCommands, parseCommandFilter } from '#lib/server/commands/index.ts';
import { BodyTooLarge, readBody } from '#lib/server/read-body.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const MAX_BYTES = 1_000_000;

/** What was asked of the telephony side and what came of it, newest first. */
export const GET: RequestHandler = async ({ url, locals }) => {
	try {
		return Response.json(
			await listCommands(runtime().ctx, locals.actor!, parseCommandFilter(url.searchParams))
		);
	} catch (error) {
		return refusal(error, 'The commands could not be read.');
	}
};

/** Asks the telephony side for an action, or for several; 202, for nothing has been done yet. */
export const POST: RequestHandler = async ({ request, locals }) => {
	try {
		const text = await readBody(request, MAX_BYTES);
		let body: unknown;
		try {
			body = JSON.parse(text);
		} catch {
			return Response.json({ error: 'Asking for an action: the body is not JSON.' }, { status: 400 });
		}
		return Response.json(await askForAll(runtime().watch.commands, locals.actor!, body), { status: 202 });
	} catch (error) {
		if (error instanceof BodyTooLarge) return Response.json({ error: error.message }, { status: 413 });
		return refusal(error, 'The action could not be stored: ask again.');
	}
};
