import { toCsv } from '#lib/format/index.ts';
import { listOffers, OFFER_COLUMNS, offerCells } from '#lib/server/offers/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Every offer with everybody's answer. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		const { ctx } = runtime();
		const offers = await listOffers(ctx, locals.actor!, { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
		const cells = offers.flatMap((row) => row.answers.map((answer) => offerCells(row, answer)));
		return new Response(toCsv(OFFER_COLUMNS, cells), {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': 'attachment; filename="offers.csv"'
			}
		});
	} catch (error) {
		return refusal(error, 'The offers could not be read.');
	}
};
