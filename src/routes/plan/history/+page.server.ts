import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import {
	COVERAGE_DAYS,
	findImportReport,
	listHistory,
	openTimeZone,
	readCoverage
} from '#lib/server/history/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

const DAY_MS = 86_400_000;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('plan:history');
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx, centre } = runtime();
	const { timeZone } = centre.state.config.site;
	const { coverage, imports } = await listHistory(ctx, actor);
	const show = url.searchParams.get('show');
	const queue = coverage.find(({ queueId }) => queueId === show) ?? coverage[0] ?? null;
	const zone = openTimeZone(timeZone)!;
	const asked = Date.parse(`${url.searchParams.get('until')}T00:00:00Z`);
	const until = Number.isFinite(asked) ? asked - zone.offsetMs(asked) : Infinity;
	const untilMs = queue ? Math.min(queue.toMs, Math.max(until, queue.fromMs + DAY_MS)) : 0;
	const untilDay = new Date(Math.ceil((untilMs + zone.offsetMs(untilMs)) / DAY_MS) * DAY_MS);
	const reportId = url.searchParams.get('import');
	return {
		coverage,
		imports: imports.map(({ importedBy: _, ...shown }) => shown),
		strip: queue && {
			queueId: queue.queueId,
			name: queue.name,
			fromMs: Math.max(queue.fromMs, untilMs - COVERAGE_DAYS * DAY_MS),
			untilMs,
			/** The local date after the last that is shown. */
			untilDay: untilDay.toISOString().slice(0, 10),
			hasEarlier: queue.fromMs < untilMs - COVERAGE_DAYS * DAY_MS,
			hasLater: untilMs < queue.toMs,
			coverage: await readCoverage(ctx, actor, { queueId: queue.queueId, untilMs, timeZone })
		},
		report: reportId ? await findImportReport(ctx, actor, reportId) : null,
		timeZone,
		nowMs: ctx.now(),
		mayImport: can(actor, 'history.import'),
		mayForecast: can(actor, 'forecast.compute')
	};
};
