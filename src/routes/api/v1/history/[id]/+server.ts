import { findImportReport, undoImport } from '#lib/server/history/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What an import did: rows kept and left out, repairs, gaps. */
export const GET: RequestHandler = async ({ params, locals }) => {
	try {
		const report = await findImportReport(runtime().ctx, locals.actor!, params.id);
		if (report) return Response.json(report);
		return Response.json({ error: `There is no report of an import "${params.id}".` }, { status: 404 });
	} catch (error) {
		return refusal(error, 'The report could not be read.');
	}
};

/** Takes an import back with all its rows. */
export const DELETE: RequestHandler = async ({ params, locals }) => {
	try {
		const { ctx, centre } = runtime();
		if (!(await undoImport(ctx, locals.actor!, params.id)))
			return Response.json({ error: `There is no import "${params.id}".` }, { status: 404 });
		await centre.reconfigure();
		return new Response(null, { status: 204 });
	} catch (error) {
		return refusal(error, 'The import could not be taken back; try again.');
	}
};
