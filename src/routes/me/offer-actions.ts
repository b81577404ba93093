import type { RequestEvent } from '@sveltejs/kit';
import { formText } from '#lib/server/access/index.ts';
import { answerOffer, takeBackAnswer, type AnswerInput } from '#lib/server/offers/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../plan/refused.ts';

/** What an agent answers to offers of overtime and time off. */
export const offerActions = {
	answerOffer: async ({ locals, request }: RequestEvent) => {
		try {
			const form = await request.formData();
			return await answerOffer(runtime().ctx, locals.actor!, {
				id: formText(form, 'id'),
				answer: formText(form, 'answer') as AnswerInput['answer']
			});
		} catch (error) {
			return refused(error);
		}
	},
	takeBackOffer: async ({ locals, request }: RequestEvent) => {
		try {
			const id = formText(await request.formData(), 'id');
			return { isDone: await takeBackAnswer(runtime().ctx, locals.actor!, id) };
		} catch (error) {
			return refused(error);
		}
	}
};
