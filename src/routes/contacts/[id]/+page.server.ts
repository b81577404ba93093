import { error } from '@sveltejs/kit';
import { findContact } from '#lib/server/contacts/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:contact');
	const { ctx, centre } = runtime();
	// What was acknowledged before this request is shown.
	await centre.project();
	const contact = await findContact(ctx, locals.actor, params.id);
	if (!contact) error(404, `There is no contact "${params.id}".`);
	return { contact, timeZone: centre.state.config.site.timeZone };
};
