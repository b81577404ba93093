import { readiness } from '#lib/server/operations/index.ts';
import { runtime } from '#lib/server/runtime.ts';

/** Ready = the schema is the newest, the database answers, writing works, and the server is not about to stop. */
export const GET = async (): Promise<Response> => {
	const { ctx, draining } = runtime();
	const { status, reason } = await readiness(ctx, draining);
	return Response.json(reason ? { status, reason } : { status }, { status: status === 'ready' ? 200 : 503 });
};
