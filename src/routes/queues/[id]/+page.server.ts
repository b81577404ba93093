import { error } from '@sveltejs/kit';
import { can, requireRight, seesQueue } from '#lib/server/access/index.ts';
import { queuePriority } from '#lib/server/commands/index.ts';
import { listWaiting } from '#lib/server/contacts/index.ts';
import { readIntervals } from '#lib/server/intervals/index.ts';
import { floorClock } from '#lib/server/live/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:queue');
	requireRight(locals.actor, 'live.view');
	const { ctx, centre, predictions } = runtime();
	const { site, queues } = centre.state.config;
	const queue = queues.find(({ id }) => id === params.id);
	if (!queue || !seesQueue(locals.actor, queue.id)) error(404, `There is no queue "${params.id}".`);
	await centre.project();
	const { dayStartMs, wallMs, offsetMs } = floorClock(centre.state, ctx.now());
	const nowMs = wallMs + offsetMs;
	const range = {
		fromMs: dayStartMs,
		toMs: Math.floor(nowMs / HALF_HOUR_MS) * HALF_HOUR_MS + HALF_HOUR_MS,
		interval: '30m' as const,
		queue: queue.id
	};
	return {
		queueId: queue.id,
		priority: await queuePriority(ctx, queue.id),
		hour: predictions.hourOf(queue.id),
		intervals: await readIntervals(ctx, locals.actor!, range, site.timeZone),
		waiting: can(locals.actor, 'contacts.view')
			? await listWaiting(ctx, locals.actor, queue.id, nowMs - DAY_MS)
			: null
	};
};
