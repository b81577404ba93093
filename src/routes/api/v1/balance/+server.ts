import { readBoard } from '#lib/server/balancing/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The moves that are proposed now, or why none is. */
export const GET: RequestHandler = ({ locals }) => {
	try {
		return Response.json(readBoard(runtime().balancing.balance, locals.actor));
	} catch (error) {
		return refusal(error, 'The proposed moves could not be read.');
	}
};
