import { renderMetrics } from '#lib/server/operations/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	try {
		const text = await renderMetrics(runtime(), locals.actor!);
		return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
	} catch (error) {
		return refusal(error, 'The metrics could not be read.');
	}
};
