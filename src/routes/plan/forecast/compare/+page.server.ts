import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { compareVersions, listVersions, type Comparison } from '#lib/server/forecasts/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { asRefusal } from '../../as-refusal.ts';
import { readVersion, versionText } from './version-text.ts';
import type { PageServerLoad } from './$types';

/** Points that a chart draws well; more are shown by day. */
const MOST_POINTS = 3_000;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx } = runtime();
	const listed = await listVersions(ctx, actor);
	const versions = listed.map(({ queueIds: _, ...version }) => ({ ...version, id: versionText(version) }));
	const a = readVersion(url.searchParams.get('a') ?? versions[0]?.id ?? null);
	const b = readVersion(url.searchParams.get('b'));
	const names = Object.fromEntries((await listQueues(ctx)).map(({ id, name }) => [id, name]));
	const shown = {
		versions,
		names,
		a: a && versionText(a),
		b: b && versionText(b),
		queueId: url.searchParams.get('queue') ?? '',
		queueIds: listed.find(({ forecastId }) => forecastId === a?.forecastId)?.queueIds ?? []
	};
	if (!a) return { ...shown, comparison: null, refusal: null };
	try {
		const { heads, ...comparison } = await compareVersions(ctx, actor, {
			versions: b ? [a, b] : [a],
			queueId: shown.queueId || null
		});
		const points = comparison.points.length > MOST_POINTS ? comparison.days : comparison.points;
		return {
			...shown,
			queueIds: shown.queueId === '' ? comparison.queueIds : shown.queueIds,
			refusal: null,
			comparison: { ...comparison, points, timeZone: heads[0]!.timeZone } satisfies Omit<
				Comparison,
				'heads'
			> & {
				timeZone: string;
			}
		};
	} catch (thrown) {
		return { ...shown, comparison: null, refusal: asRefusal(thrown).message };
	}
};
