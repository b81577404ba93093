import { feedCsv } from '#lib/server/coaching/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	try {
		const text = await feedCsv(runtime().ctx, locals.actor!, url.searchParams.get('agent'));
		if (text === null) return Response.json({ error: 'This account belongs to no agent.' }, { status: 404 });
		return new Response(text, {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': 'attachment; filename="coaching.csv"'
			}
		});
	} catch (error) {
		return refusal(error, 'The figures could not be read.');
	}
};
