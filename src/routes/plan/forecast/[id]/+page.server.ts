import { error, fail } from '@sveltejs/kit';
import { quantileOf } from '#solver/forecasting/index.ts';
import { can, formText } from '#lib/server/access/index.ts';
import {
	addOverrides,
	findForecast,
	listPublished,
	publishForecast,
	readForecastView,
	redoOverrides,
	supersededBy,
	takeBackOverrides,
	withdrawForecast,
	type OverrideInput
} from '#lib/server/forecasts/index.ts';
import { openTimeZone } from '#lib/server/history/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../refused.ts';
import { dayTotals, type ShownInterval } from './day-totals.ts';
import { localSpan } from './local-span.ts';
import { readQuantile } from './read-quantile.ts';
import { shownWindow } from './shown-window.ts';
import { weekShape } from './week-shape.ts';
import type { Actions, PageServerLoad } from './$types';

const DAY_SECONDS = 86_400;

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('plan:forecast');
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx } = runtime();
	const view = await readForecastView(ctx, actor, params.id, url.searchParams.get('queue'));
	if (!view) error(404, `There is no forecast "${params.id}"; it may have been removed.`);
	const { detail, ...head } = view.head;
	const names = new Map((await listQueues(ctx)).map((queue) => [queue.id, queue]));
	const zone = openTimeZone(head.timeZone)!;
	const quantile = readQuantile(url.searchParams.get('q'));
	const ahead = view.intervals.map((one): ShownInterval => ({
		at: one.startAt,
		offered: one.offered,
		p10: one.p10,
		p90: one.p90,
		ahtSeconds: one.ahtSeconds,
		ahtP10Seconds: one.ahtP10Seconds,
		ahtP90Seconds: one.ahtP90Seconds,
		computedOffered: one.computed.offered,
		marks: one.overrideIds,
		atQuantile: quantile === null ? null : quantileOf(one, quantile)
	}));
	const past = (rows: typeof view.history) =>
		rows.map((row): ShownInterval => ({ ...row, p10: null, p90: null }));
	const isDaily = head.intervalSeconds === DAY_SECONDS;
	const byInterval = !isDaily && url.searchParams.get('by') === 'interval';
	const shown = shownWindow(
		url.searchParams.get('from'),
		{
			firstAt: ahead[0]?.at ?? head.fromAt,
			historyAt: view.history[0]?.at ?? head.fromAt,
			toAt: head.toAt
		},
		zone
	);
	const midnight = (day: number) => {
		const local = day * 86_400_000;
		return local - zone.offsetMs(local - zone.offsetMs(local));
	};
	const inWindow = ({ at }: { at: number }) => at >= shown.fromAt && at < shown.toAt;
	const days = dayTotals(ahead, zone.offsetMs, quantile);
	const newer = supersededBy(view.head, await listPublished(ctx));
	const queueIds = Object.keys(detail);
	return {
		forecast: head,
		/** '' = all queues together. */
		queueId: view.queueId ?? '',
		queues: queueIds.map((id) => ({ id, name: names.get(id)?.name ?? id })),
		isDemo: names.get(view.queueId ?? queueIds[0]!)?.isDemo ?? false,
		detail: view.queueId === null ? null : detail[view.queueId]!,
		quantile,
		isDaily,
		window: byInterval ? shown : null,
		points: byInterval
			? {
					history: past(view.history).filter(inWindow),
					actual: past(view.actual).filter(inWindow),
					ahead: ahead.filter(inWindow)
				}
			: { history: [], actual: [], ahead: [] },
		historyDays: dayTotals(past(view.history), zone.offsetMs),
		actualDays: dayTotals(past(view.actual), zone.offsetMs),
		days,
		week: isDaily ? null : weekShape(ahead, head.intervalSeconds, zone.offsetMs),
		most: Math.max(0, ...ahead.map(({ offered }) => offered)),
		overrides: view.overrides,
		flags: view.flags.map((flag) => ({ ...flag, at: midnight(flag.day) })),
		supersededBy: newer && { id: newer.id, name: newer.name },
		mayStaff: can(actor, 'staffing.compute') && !isDaily,
		mayAdjust: can(actor, 'forecast.adjust'),
		mayPublish: can(actor, 'forecast.publish'),
		mayCompute: can(actor, 'forecast.compute')
	};
};

export const actions: Actions = {
	/** Changes by hand: the span in local time, or those that were picked. */
	adjust: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { ctx } = runtime();
		try {
			const head = await findForecast(ctx, locals.actor!, params.id);
			if (!head) return fail(404, { message: `There is no forecast "${params.id}".` });
			const zone = openTimeZone(head.timeZone)!;
			const picked = JSON.parse(formText(form, 'spans') || '[]') as OverrideInput['spans'];
			const typed = localSpan(formText(form, 'from'), formText(form, 'to'), zone);
			const amount = formText(form, 'amount');
			const wanted: OverrideInput = {
				queueId: formText(form, 'queue'),
				spans: picked.length > 0 ? picked : typed ? [typed] : [],
				measure: formText(form, 'measure') as OverrideInput['measure'],
				operation: formText(form, 'operation') as OverrideInput['operation'],
				amount: amount === '' ? Number.NaN : Number(amount),
				reason: formText(form, 'reason')
			};
			return await addOverrides(ctx, locals.actor!, wanted);
		} catch (error) {
			if (error instanceof SyntaxError) return fail(400, { message: 'The chosen spans could not be read.' });
			return refused(error);
		}
	},

	takeBack: async ({ locals, request }) => {
		try {
			return await takeBackOverrides(
				runtime().ctx,
				locals.actor!,
				(await request.formData()).getAll('id').map(String)
			);
		} catch (error) {
			return refused(error);
		}
	},

	redo: async ({ locals, request }) => {
		try {
			return await redoOverrides(
				runtime().ctx,
				locals.actor!,
				(await request.formData()).getAll('id').map(String)
			);
		} catch (error) {
			return refused(error);
		}
	},

	publish: async ({ locals, params }) => {
		try {
			return { published: await publishForecast(runtime().ctx, locals.actor!, params.id) };
		} catch (error) {
			return refused(error);
		}
	},

	withdraw: async ({ locals, params }) => {
		try {
			return { withdrawn: await withdrawForecast(runtime().ctx, locals.actor!, params.id) };
		} catch (error) {
			return refused(error);
		}
	}
};
