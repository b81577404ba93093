import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import { keepView } from '#lib/server/views/index.ts';
import type { RequestHandler } from './$types';

/** Keeps a view: {name, address, isShared}. */
export const POST: RequestHandler = async ({ locals, request }) => {
	try {
		const input = await request.json().catch(() => null);
		return Response.json(await keepView(runtime().ctx, locals.actor, input), { status: 201 });
	} catch (error) {
		return refusal(error, 'The view could not be kept.');
	}
};
