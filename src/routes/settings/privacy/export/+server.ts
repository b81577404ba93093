import { exportAgent, exportCustomer } from '#lib/server/privacy/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What is kept about a customer, or with `?of=agent` about an agent, as a file, or nothing where there is none of that id; the id comes in the body, so that no log of addresses holds it. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	const { ctx, centre } = runtime();
	const id = (await request.text()).trim();
	const isAgent = url.searchParams.get('of') === 'agent';
	// What is on its way to the database is there before it is read.
	await centre.project();
	const found = isAgent
		? await exportAgent(ctx, locals.actor!, { agent: id })
		: await exportCustomer(ctx, locals.actor!, { customer: id });
	if (!found) return new Response(null, { status: 204 });
	return new Response(JSON.stringify(found, null, '\t'), {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="${isAgent ? 'agent' : 'customer'}.json"`
		}
	});
};
