import type { Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import { addBands, type Banded } from './add-bands.ts';
import type { ForecastHead } from './forecast-head.ts';
import { midnightOf } from './midnight-of.ts';
import { intervalsOf } from './read-forecast-intervals.ts';
import type { VersionRef } from './version.ts';

export type VersionPoint = Banded;

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;

/** A version by queue and instant, summed to intervals of the local clock. */
export async function versionSeries(
	ctx: Context,
	head: ForecastHead,
	kind: VersionRef['kind'],
	{ fromAt, toAt, intervalSeconds }: { fromAt: number; toAt: number; intervalSeconds: number },
	queueId?: string
): Promise<Map<string, Map<number, VersionPoint>>> {
	const zone = openTimeZone(head.timeZone)!;
	const stepMs = intervalSeconds * 1000;
	const slotOf = (at: number): number => {
		const local = at + zone.offsetMs(at);
		if (intervalSeconds === DAY_SECONDS) return midnightOf(Math.floor(local / DAY_MS), zone);
		return at - (((local % stepMs) + stepMs) % stepMs);
	};
	const series = new Map<string, Map<number, VersionPoint>>();
	for (const row of await intervalsOf(ctx, head.id, queueId, { fromAt, toAt })) {
		if (row.startAt < fromAt || row.startAt >= toAt) continue;
		const { offered, p10, p90 } = kind === 'computed' ? row.computed : row;
		const slot = slotOf(row.startAt);
		const points = series.get(row.queueId) ?? new Map<number, VersionPoint>();
		const point = { offered, p10, p90 };
		const before = points.get(slot);
		points.set(slot, before ? addBands(before, point) : point);
		series.set(row.queueId, points);
	}
	return series;
}
