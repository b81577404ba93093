import { runtime } from '#lib/server/runtime.ts';

export const GET = (): Response =>
	Response.json({ status: 'ok', demo: runtime().demo, seq: runtime().centre.state.seq });
