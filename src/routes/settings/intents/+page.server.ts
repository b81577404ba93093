import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { decodeText } from '#lib/server/history/index.ts';
import {
	changeExamples,
	importExamples,
	listExamples,
	listModels,
	readIntentShares,
	trainingRequest,
	tryText,
	useModel,
	type ExamplesChange
} from '#lib/server/intents/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { findRunningJob } from '../../plan/find-running-job.ts';
import { refused } from '../../plan/refused.ts';
import type { Actions, PageServerLoad } from './$types';

const WEEK_MS = 7 * 86_400_000;
const LARGEST_FILE_BYTES = 2_000_000;

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('settings:intents');
	const { actor } = locals;
	if (!actor || !can(actor, 'settings.view')) error(403, 'This page needs the right "settings.view".');
	const { ctx } = runtime();
	const now = ctx.now();
	const [examples, models, queues, shares] = await Promise.all([
		listExamples(ctx, actor),
		listModels(ctx, actor),
		listQueues(ctx),
		can(actor, 'contacts.view') ? readIntentShares(ctx, actor, { fromMs: now - WEEK_MS, toMs: now }) : []
	]);
	const names = new Map(queues.map(({ id, name }) => [id, name]));
	return {
		examples: examples.map(({ id, text, intent, language }) => ({ id, text, intent, language })),
		models,
		shares: shares.map((row) => ({ ...row, queueName: names.get(row.queue) ?? row.queue })),
		job: await findRunningJob(actor, 'intents'),
		mayManage: can(actor, 'settings.manage')
	};
};

export const actions: Actions = {
	/** Adds, labels anew, removes, and undoes all of that. */
	change: async ({ locals, request }) => {
		try {
			const wanted = JSON.parse(formText(await request.formData(), 'change')) as ExamplesChange;
			return await changeExamples(runtime().ctx, locals.actor!, wanted);
		} catch (thrown) {
			return refused(thrown instanceof SyntaxError ? { status: 400, message: thrown.message } : thrown);
		}
	},

	import: async ({ locals, request }) => {
		const file = (await request.formData()).get('file');
		try {
			if (!(file instanceof File) || file.size === 0 || file.size > LARGEST_FILE_BYTES)
				return refused({ status: 400, message: 'Importing intents: choose a CSV file of at most 2 MB.' });
			const text = decodeText(new Uint8Array(await file.arrayBuffer()));
			return await importExamples(runtime().ctx, locals.actor!, text);
		} catch (thrown) {
			return refused(thrown);
		}
	},

	train: async ({ locals }) => {
		try {
			const { ctx, jobs } = runtime();
			return { job: await jobs.start(locals.actor!, await trainingRequest(ctx, locals.actor!)) };
		} catch (thrown) {
			return refused(thrown);
		}
	},

	use: async ({ locals, request }) => {
		try {
			const version = Number(formText(await request.formData(), 'version'));
			return await useModel(runtime().ctx, locals.actor!, { version });
		} catch (thrown) {
			return refused(thrown);
		}
	},

	try: async ({ locals, request }) => {
		try {
			return await tryText(runtime().ctx, locals.actor, { text: formText(await request.formData(), 'text') });
		} catch (thrown) {
			return refused(thrown);
		}
	}
};
