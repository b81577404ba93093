import { askWhatIf } from '#lib/server/balancing/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The next hour with and without the changes of `m`, several by comma or repeated, each as `move:FROM:TO:COUNT`, `absent:QUEUE:COUNT` or `extra:QUEUE:COUNT`. */
export const GET: RequestHandler = async ({ url, locals }) => {
	try {
		return Response.json(
			await askWhatIf(
				runtime().balancing,
				locals.actor,
				url.searchParams.getAll('m').flatMap((text) => text.split(','))
			)
		);
	} catch (error) {
		return refusal(error, 'What would be could not be worked out: ask again.');
	}
};
