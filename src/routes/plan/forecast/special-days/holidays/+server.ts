import { requireRight } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refusal } from '#lib/server/refusal.ts';
import { listCountries, listRegions, offerHolidays } from '#lib/server/special-days/index.ts';
import type { RequestHandler } from './$types';

/** Without a country the countries; with one its parts and, for `year`s, its holidays. */
export const GET: RequestHandler = async ({ locals, url }) => {
	try {
		requireRight(locals.actor, 'forecast.view');
		const text = (name: string) => url.searchParams.get(name) || null;
		const country = text('country');
		if (country === null) return Response.json({ countries: await listCountries(locals.locale) });
		const place = { country, state: text('state'), region: text('region') };
		const wanted = { ...place, years: url.searchParams.getAll('year').map(Number), queueId: text('queue') };
		return Response.json({
			...(await listRegions(place, locals.locale)),
			offered: await offerHolidays(runtime().ctx, locals.actor!, wanted, locals.locale)
		});
	} catch (error) {
		return refusal(error, 'The holidays could not be looked up.');
	}
};
