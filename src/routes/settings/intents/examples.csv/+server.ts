import { examplesCsv, listExamples } from '#lib/server/intents/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** All labelled examples as a file that can be brought in again. */
export const GET: RequestHandler = async ({ locals }) =>
	new Response(examplesCsv(await listExamples(runtime().ctx, locals.actor)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="intent-examples.csv"'
		}
	});
