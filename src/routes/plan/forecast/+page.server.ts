import { error, fail } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import {
	listForecastScores,
	listPublished,
	removeForecast,
	startForecast,
	supersededBy,
	type ForecastInput
} from '#lib/server/forecasts/index.ts';
import { listHistory } from '#lib/server/history/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { asRefusal } from '../as-refusal.ts';
import { findRunningJob } from '../find-running-job.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('plan:forecasts');
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx, centre } = runtime();
	const [forecasts, { coverage }, published] = await Promise.all([
		listForecastScores(ctx, actor),
		listHistory(ctx, actor),
		listPublished(ctx)
	]);
	return {
		forecasts: forecasts.map((forecast) => {
			const { detail, ...shown } = forecast;
			return {
				...shown,
				state: supersededBy(forecast, published) ? ('superseded' as const) : shown.status,
				queues: Object.keys(detail),
				methods: [...new Set(Object.values(detail).map(({ method }) => method))]
			};
		}),
		queues: coverage,
		job: await findRunningJob(actor, 'forecast'),
		timeZone: centre.state.config.site.timeZone,
		nowMs: ctx.now(),
		mayCompute: can(actor, 'forecast.compute'),
		mayImport: can(actor, 'history.import'),
		mayPublish: can(actor, 'forecast.publish')
	};
};

export const actions: Actions = {
	compute: async ({ locals, request }) => {
		const form = await request.formData();
		const unit = formText(form, 'unit') === 'days' ? 1 : 7;
		const shown = {
			name: formText(form, 'name'),
			queueIds: form.getAll('queue').map(String),
			horizonDays: Number(formText(form, 'horizon')) * unit,
			intervalSeconds: Number(formText(form, 'interval')) as ForecastInput['intervalSeconds'],
			asOf: formText(form, 'asOf') || null,
			like: Object.fromEntries(
				form.getAll('like').flatMap((pair) => {
					const [queueId, likeId] = String(pair).split('\n');
					return queueId && likeId ? [[queueId, likeId]] : [];
				})
			)
		};
		try {
			const { ctx, jobs, centre } = runtime();
			return { job: await startForecast(ctx, jobs, locals.actor!, centre.state.config.site.timeZone, shown) };
		} catch (refused) {
			const { status, message } = asRefusal(refused);
			return fail(status, { message });
		}
	},

	stop: async ({ locals, request }) => {
		try {
			return {
				stopped: await runtime().jobs.cancel(locals.actor!, formText(await request.formData(), 'job'))
			};
		} catch (refused) {
			const { status, message } = asRefusal(refused);
			return fail(status, { message });
		}
	},

	remove: async ({ locals, request }) => {
		try {
			const { ctx } = runtime();
			return {
				removed: await removeForecast(ctx, locals.actor!, formText(await request.formData(), 'forecast'))
			};
		} catch (refused) {
			const { status, message } = asRefusal(refused);
			return fail(status, { message });
		}
	}
};
