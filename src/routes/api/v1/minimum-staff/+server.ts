import {
	changeMinimumStaff,
	listMinimumStaff,
	type MinimumStaffChange
} from '#lib/server/minimum-staff/index.ts';
import { BodyTooLarge, readBody } from '#lib/server/read-body.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const MAX_BYTES = 100_000;

/** How many people must be at work, whatever the staffing plan asks for. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		const { ctx, centre } = runtime();
		const minimumStaff = await listMinimumStaff(ctx, locals.actor!);
		return Response.json({ timeZone: centre.state.config.site.timeZone, minimumStaff });
	} catch (error) {
		return refusal(error, 'The minimum staff could not be read.');
	}
};

/** Adds, changes and removes; the answer says how it is undone. */
export const POST: RequestHandler = async ({ request, locals }) => {
	try {
		const wanted = JSON.parse(await readBody(request, MAX_BYTES)) as MinimumStaffChange;
		return Response.json(await changeMinimumStaff(runtime().ctx, locals.actor!, wanted));
	} catch (error) {
		if (error instanceof BodyTooLarge) return Response.json({ error: error.message }, { status: 413 });
		return refusal(error, 'The minimum staff could not be stored; try again.');
	}
};
