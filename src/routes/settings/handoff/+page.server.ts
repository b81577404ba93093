import {
	readAnswers,
	readHandoffRules,
	saveAnswers,
	tryHandoffRules,
	updateHandoffRules
} from '#lib/server/handoff/index.ts';
import { can } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../plan/read-json.ts';
import { refused } from '../../plan/refused.ts';
import { requireActor } from '../users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

type Answers = Parameters<typeof saveAnswers>[2];
type Rules = Parameters<typeof updateHandoffRules>[2];

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:handoff-rules');
	const actor = requireActor(locals, 'settings.view');
	const { rules, version } = await readHandoffRules(runtime().ctx);
	const { answers } = await readAnswers(runtime().ctx);
	return { rules, answers, version, mayManage: can(actor, 'handoff.manage') };
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		try {
			const rules = readJson('Changing the handoff rules', await request.formData(), 'rules') as Rules;
			await updateHandoffRules(runtime().ctx, locals.actor!, rules);
		} catch (error) {
			return refused(error);
		}
	},

	saveAnswers: async ({ locals, request }) => {
		try {
			const answers = readJson('Changing the answers', await request.formData(), 'answers') as Answers;
			await saveAnswers(runtime().ctx, locals.actor!, answers);
		} catch (error) {
			return refused(error);
		}
	},

	try: async ({ locals, request }) => {
		try {
			const rules = readJson('Trying handoff rules', await request.formData(), 'rules') as Rules;
			return { trial: await tryHandoffRules(runtime().ctx, locals.actor!, rules) };
		} catch (error) {
			return refused(error);
		}
	}
};
