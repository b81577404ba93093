import { fail } from '@sveltejs/kit';
import { can, formText, requireRight } from '#lib/server/access/index.ts';
import { addSkill, listQueues, listSkills, updateQueue, type QueueChange } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireRight(locals.actor, 'settings.view');
	const { ctx } = runtime();
	const [queues, skills] = await Promise.all([listQueues(ctx), listSkills(ctx)]);
	const mayManage = can(locals.actor!, 'settings.manage');
	const asked = url.searchParams.get('edit');
	return { queues, skills, mayManage, editing: (mayManage && queues.find(({ id }) => id === asked)) || null };
};

const number = (form: FormData, name: string): number => {
	const text = formText(form, name);
	return text === '' ? NaN : Number(text);
};

function refused(error: unknown) {
	const { status, message } = error as { status?: unknown; message?: string };
	if (typeof status !== 'number' || status < 400 || status >= 500) throw error;
	return fail(status, { message: message ?? 'Refused' });
}

export const actions: Actions = {
	update: async ({ locals, request }) => {
		const form = await request.formData();
		const { ctx, centre } = runtime();
		try {
			const change = {
				id: formText(form, 'id'),
				name: formText(form, 'name'),
				channel: formText(form, 'channel'),
				skillId: formText(form, 'skillId') || null,
				serviceLevelVariant: formText(form, 'variant'),
				serviceLevelShare: number(form, 'sharePercent') / 100,
				serviceLevelThresholdSeconds: number(form, 'thresholdSeconds'),
				shortAbandonSeconds: number(form, 'shortAbandonSeconds'),
				patienceSeconds: formText(form, 'patienceSeconds') === '' ? null : number(form, 'patienceSeconds'),
				priority: number(form, 'priority'),
				concurrency: number(form, 'concurrency')
			};
			await updateQueue(ctx, locals.actor!, change as QueueChange);
			await centre.reconfigure();
			return { saved: change.name };
		} catch (error) {
			return refused(error);
		}
	},

	addSkill: async ({ locals, request }) => {
		const name = formText(await request.formData(), 'name');
		try {
			await addSkill(runtime().ctx, locals.actor!, { name });
			return { added: name.trim() };
		} catch (error) {
			return refused(error);
		}
	}
};
