import {
	agentAverages,
	drawSamples,
	listEvaluations,
	listQueue,
	readQualitySettings,
	skipSample,
	updateQualitySettings
} from '#lib/server/quality/index.ts';
import { can, formText } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../plan/read-json.ts';
import { refused } from '../../plan/refused.ts';
import { requireActor } from '../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const AVERAGE_DAYS = 90;

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:quality');
	const actor = requireActor(locals, 'quality.view');
	const { ctx } = runtime();
	const [queue, evaluations, averages, sampling] = await Promise.all([
		listQueue(ctx, actor),
		listEvaluations(ctx, actor),
		agentAverages(ctx, actor, { days: AVERAGE_DAYS }),
		readQualitySettings(ctx)
	]);
	return {
		queue,
		evaluations,
		averages,
		sampling,
		timeZone: locals.site?.timeZone ?? 'UTC',
		mayEvaluate: can(actor, 'quality.evaluate'),
		mayManage: can(actor, 'quality.forms')
	};
};

export const actions: Actions = {
	draw: async ({ locals }) => {
		try {
			const { ctx, centre } = runtime();
			// What has ended before this request can be drawn.
			await centre.project();
			return { drawn: await drawSamples(ctx, locals.actor!) };
		} catch (error) {
			return refused(error);
		}
	},

	skip: async ({ locals, request }) => {
		try {
			const form = await request.formData();
			await skipSample(runtime().ctx, locals.actor!, {
				contactId: formText(form, 'contact'),
				agentId: formText(form, 'agent'),
				isSkipped: formText(form, 'skipped') === 'true'
			});
		} catch (error) {
			return refused(error);
		}
	},

	sampling: async ({ locals, request }) => {
		try {
			type Wanted = Parameters<typeof updateQualitySettings>[2];
			const wanted = readJson('Changing the sampling', await request.formData(), 'sampling') as Wanted;
			return await updateQualitySettings(runtime().ctx, locals.actor!, wanted);
		} catch (error) {
			return refused(error);
		}
	}
};
