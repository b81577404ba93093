import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import {
	answerDispute,
	disputeItem,
	readEvaluation,
	retractEvaluation,
	withdrawDispute
} from '#lib/server/quality/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../../../plan/read-json.ts';
import { refused } from '../../../../plan/refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:evaluation');
	const { ctx } = runtime();
	const view = await readEvaluation(ctx, locals.actor!, params.id);
	if (!view) error(404, `There is no evaluation "${params.id}".`);
	return {
		view,
		isLead: can(locals.actor, 'quality.view'),
		mayReadContact: can(locals.actor, 'contacts.view'),
		timeZone: locals.site?.timeZone ?? 'UTC'
	};
};

export const actions: Actions = {
	dispute: async ({ locals, params, request }) => {
		try {
			const form = await request.formData();
			return {
				disputed: await disputeItem(runtime().ctx, locals.actor!, {
					evaluationId: params.id,
					itemId: formText(form, 'item'),
					reason: formText(form, 'reason')
				})
			};
		} catch (error) {
			return refused(error);
		}
	},

	withdraw: async ({ locals, request }) => {
		try {
			await withdrawDispute(runtime().ctx, locals.actor!, formText(await request.formData(), 'id'));
		} catch (error) {
			return refused(error);
		}
	},

	answer: async ({ locals, request }) => {
		try {
			type Answer = Parameters<typeof answerDispute>[2];
			const answer = readJson('Answering a dispute', await request.formData(), 'answer') as Answer;
			return { answered: await answerDispute(runtime().ctx, locals.actor!, answer) };
		} catch (error) {
			return refused(error);
		}
	},

	retract: async ({ locals, params }) => {
		try {
			await retractEvaluation(runtime().ctx, locals.actor!, params.id);
		} catch (error) {
			return refused(error);
		}
	}
};
