import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { listSpecialDayEffects } from '#lib/server/forecasts/index.ts';
import { decodeText } from '#lib/server/history/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import {
	addHolidays,
	changeSpecialDays,
	importSpecialDays,
	listSpecialDays,
	type SpecialDaysChange
} from '#lib/server/special-days/index.ts';
import { refused } from '../../refused.ts';
import { effectOf } from './effect-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('plan:special-days');
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx, centre } = runtime();
	const [days, effects, queues] = await Promise.all([
		listSpecialDays(ctx, actor),
		listSpecialDayEffects(ctx, actor),
		listQueues(ctx)
	]);
	const { timeZone } = centre.state.config.site;
	return {
		days: days.map(({ createdBy: _, createdAt: __, ...day }) => ({
			...day,
			learned: effectOf(day, effects)
		})),
		queues: queues.map(({ id, name }) => ({ id, name })),
		timeZone,
		today: new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ctx.now()),
		mayAdjust: can(actor, 'forecast.adjust')
	};
};

const LARGEST_FILE_BYTES = 2_000_000;

export const actions: Actions = {
	/** Adds, changes, removes, and undoes all of that. */
	change: async ({ locals, request }) => {
		try {
			const wanted = JSON.parse(formText(await request.formData(), 'change')) as SpecialDaysChange;
			return await changeSpecialDays(runtime().ctx, locals.actor!, wanted);
		} catch (thrown) {
			return refused(thrown instanceof SyntaxError ? { status: 400, message: thrown.message } : thrown);
		}
	},

	holidays: async ({ locals, request }) => {
		const form = await request.formData();
		try {
			return await addHolidays(
				runtime().ctx,
				locals.actor!,
				{
					country: formText(form, 'country'),
					state: formText(form, 'state') || null,
					region: formText(form, 'region') || null,
					years: form.getAll('year').map(Number),
					queueId: formText(form, 'queue') || null,
					chosen: form.getAll('chosen').map(String)
				},
				locals.locale
			);
		} catch (thrown) {
			return refused(thrown);
		}
	},

	import: async ({ locals, request }) => {
		const file = (await request.formData()).get('file');
		try {
			if (!(file instanceof File) || file.size === 0 || file.size > LARGEST_FILE_BYTES)
				return refused({
					status: 400,
					message: 'Importing special days: choose a CSV file of at most 2 MB.'
				});
			const text = decodeText(new Uint8Array(await file.arrayBuffer()));
			return await importSpecialDays(runtime().ctx, locals.actor!, text);
		} catch (thrown) {
			return refused(thrown);
		}
	}
};
