import { runtime } from '#lib/server/runtime.ts';
import { listSpecialDays, specialDaysCsv } from '#lib/server/special-days/index.ts';
import type { RequestHandler } from './$types';

/** All special days as a file that can be brought in again. */
export const GET: RequestHandler = async ({ locals }) =>
	new Response(specialDaysCsv(await listSpecialDays(runtime().ctx, locals.actor!)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="special-days.csv"'
		}
	});
