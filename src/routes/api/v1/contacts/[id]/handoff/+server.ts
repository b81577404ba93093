import { handoffCard } from '#lib/server/handoff/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	try {
		const card = await handoffCard(runtime().ctx, locals.actor, params.id, locals.locale);
		if (card) return Response.json(card);
		return Response.json({ error: `There is no contact "${params.id}".` }, { status: 404 });
	} catch (error) {
		return refusal(error, 'The handoff card could not be read.');
	}
};
