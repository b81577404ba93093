import { runtime } from '#lib/server/runtime.ts';

/** Ready = the database answers. */
export const GET = async (): Promise<Response> => {
	try {
		await runtime().ctx.db.client.execute('SELECT 1');
		return Response.json({ status: 'ready' });
	} catch (error) {
		return Response.json({ status: 'unavailable', reason: (error as Error).message }, { status: 503 });
	}
};
