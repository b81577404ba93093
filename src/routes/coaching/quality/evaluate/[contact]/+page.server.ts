import { error } from '@sveltejs/kit';
import { formText } from '#lib/server/access/index.ts';
import { findContact } from '#lib/server/contacts/index.ts';
import {
	discardDraft,
	readSubject,
	retractEvaluation,
	saveDraft,
	shareEvaluation,
	type DraftInput
} from '#lib/server/quality/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../../../plan/read-json.ts';
import { refused } from '../../../../plan/refused.ts';
import { requireActor } from '../../../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('marea:evaluation');
	const actor = requireActor(locals, 'quality.evaluate');
	const { ctx, centre } = runtime();
	await centre.project();
	const contact = await findContact(ctx, actor, params.contact);
	const subject = await readSubject(ctx, actor, {
		contactId: params.contact,
		agentId: url.searchParams.get('agent'),
		calibrationId: url.searchParams.get('calibration'),
		formId: url.searchParams.get('form')
	});
	if (!contact || !subject)
		error(404, `There is no contact "${params.contact}" that an agent has handled to its end.`);
	return { contact, subject, timeZone: centre.state.config.site.timeZone };
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		try {
			const draft = readJson('Keeping an evaluation', await request.formData(), 'draft') as DraftInput;
			return await saveDraft(runtime().ctx, locals.actor!, draft);
		} catch (error) {
			return refused(error);
		}
	},

	share: async ({ locals, request }) => {
		try {
			return {
				shared: await shareEvaluation(runtime().ctx, locals.actor!, formText(await request.formData(), 'id'))
			};
		} catch (error) {
			return refused(error);
		}
	},

	retract: async ({ locals, request }) => {
		try {
			await retractEvaluation(runtime().ctx, locals.actor!, formText(await request.formData(), 'id'));
		} catch (error) {
			return refused(error);
		}
	},

	discard: async ({ locals, request }) => {
		try {
			const form = await request.formData();
			await discardDraft(runtime().ctx, locals.actor!, {
				id: formText(form, 'id'),
				isDiscarded: formText(form, 'discarded') === 'true'
			});
		} catch (error) {
			return refused(error);
		}
	}
};
