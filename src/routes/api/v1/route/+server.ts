import { InvalidInputError } from '#lib/server/access/index.ts';
import { readBody } from '#lib/server/read-body.ts';
import { refusal } from '#lib/server/refusal.ts';
import { routeContact } from '#lib/server/routing/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const MAX_BYTES = 1_000_000;

export const POST: RequestHandler = async ({ request, locals }) => {
	try {
		const { ctx, centre } = runtime();
		const text = await readBody(request, MAX_BYTES);
		return Response.json(await routeContact(ctx, centre.state, locals.actor!, parse(text), locals.locale));
	} catch (error) {
		return refusal(error, 'The agents could not be ranked.');
	}
};

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new InvalidInputError(
			`Routing a contact: the body "${text.slice(0, 40)}" is not JSON; wanted {"contact": …} or a description.`
		);
	}
}
