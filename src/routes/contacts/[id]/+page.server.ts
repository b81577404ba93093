import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { listCommands } from '#lib/server/commands/index.ts';
import { findContact } from '#lib/server/contacts/index.ts';
import { handoffCard } from '#lib/server/handoff/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../plan/refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:contact');
	const { ctx, centre } = runtime();
	// What was acknowledged before this request is shown.
	await centre.project();
	const contact = await findContact(ctx, locals.actor, params.id);
	if (!contact) error(404, `There is no contact "${params.id}".`);
	const actor = locals.actor!;
	const mayHandOver = can(actor, 'contacts.route') && can(actor, 'live.act');
	return {
		contact,
		timeZone: centre.state.config.site.timeZone,
		card: await handoffCard(ctx, actor, params.id, locals.locale),
		mayHandOver,
		handedOver: mayHandOver ? await lastHandOver(params.id, locals.actor!) : null
	};
};

/** What became of the last wish to hand this contact to somebody. */
async function lastHandOver(contactId: string, actor: NonNullable<App.Locals['actor']>) {
	const { ctx, centre } = runtime();
	const [last] = (await listCommands(ctx, actor, { subject: `contact:${contactId}`, limit: 20 })).filter(
		({ kind, payload }) => kind === 'contact.transfer' && 'agent' in payload && payload.agent !== undefined
	);
	if (!last) return null;
	const { agent } = last.payload as { agent: string };
	const name = centre.state.config.agents.find(({ id }) => id === agent)?.name ?? agent;
	return { agent: name, state: last.state, answer: last.answer };
}

export const actions: Actions = {
	handOver: async ({ locals, params, request }) => {
		const { watch } = runtime();
		try {
			await watch.commands.request(locals.actor!, {
				kind: 'contact.transfer',
				payload: { contact: params.id, agent: formText(await request.formData(), 'agent') }
			});
		} catch (error) {
			return refused(error);
		}
	}
};
