import { error, redirect } from '@sveltejs/kit';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import { changeView, findView, removeView } from '#lib/server/views/index.ts';
import type { RequestHandler } from './$types';

/** The link that is passed on: it opens whatever the view shows by then. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const view = await findView(runtime().ctx, locals.actor, params.id);
	if (!view) error(404, 'There is no such view, or it is not shared with you.');
	redirect(303, view.address);
};

export const PATCH: RequestHandler = async ({ locals, params, request }) => {
	try {
		const input = await request.json().catch(() => null);
		const { status } = await changeView(runtime().ctx, locals.actor, params.id, input);
		return status === 'changed' ? Response.json({ status }) : unknown();
	} catch (fault) {
		return refusal(fault, 'The view could not be changed.');
	}
};

export const DELETE: RequestHandler = async ({ locals, params }) => {
	try {
		const { status } = await removeView(runtime().ctx, locals.actor, params.id);
		return status === 'removed' ? Response.json({ status }) : unknown();
	} catch (fault) {
		return refusal(fault, 'The view could not be removed.');
	}
};

const unknown = (): Response => Response.json({ error: 'There is no such view of yours.' }, { status: 404 });
