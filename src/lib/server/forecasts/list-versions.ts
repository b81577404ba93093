import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { overridesInForce } from './overrides-in-force.ts';
import { listForecasts } from './read-forecasts.ts';
import type { VersionRef } from './version.ts';

/** A version that can be chosen to be compared. */
export interface ListedVersion extends VersionRef {
	name: string;
	/** `planned` of a published forecast is what was published. */
	isPublished: boolean;
	/** Changes by hand make planned another thing than computed. */
	isChanged: boolean;
	fromAt: number;
	toAt: number;
	timeZone: string;
	queueIds: string[];
}

/** Every forecast as it is counted on and, where changes by hand make a difference, as it was computed; newest first. */
export async function listVersions(ctx: Context, actor: Actor): Promise<ListedVersion[]> {
	requireRight(actor, 'forecast.view');
	const heads = await listForecasts(ctx, actor);
	const versions: ListedVersion[] = [];
	for (const { id, name, status, publishedAt, fromAt, toAt, timeZone, detail } of heads) {
		const queueIds = Object.keys(detail);
		const overrides = await overridesInForce(ctx, { fromAt, toAt }, publishedAt);
		const isChanged = queueIds.some((queueId) => overrides.has(queueId));
		const version = { forecastId: id, name, isPublished: status === 'published', isChanged };
		const span = { fromAt, toAt, timeZone, queueIds };
		versions.push({ ...version, ...span, kind: 'planned' });
		if (isChanged) versions.push({ ...version, ...span, kind: 'computed' });
	}
	return versions;
}
