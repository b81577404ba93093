import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { listHistory } from '#lib/server/history/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('plan:history');
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx, centre } = runtime();
	const { coverage, imports } = await listHistory(ctx, actor);
	return {
		coverage,
		imports: imports.map(({ importedBy: _, ...shown }) => shown),
		timeZone: centre.state.config.site.timeZone,
		nowMs: ctx.now(),
		mayImport: can(actor, 'history.import'),
		mayForecast: can(actor, 'forecast.compute')
	};
};
