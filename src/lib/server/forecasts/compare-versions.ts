import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import { addBands } from './add-bands.ts';
import { errorByInterval, type ErrorMap } from './error-by-interval.ts';
import type { ForecastHead } from './forecast-head.ts';
import { midnightOf } from './midnight-of.ts';
import { readActuals } from './read-actuals.ts';
import { scoreCells, type ComparedCell, type VersionScore } from './score-cells.ts';
import { findVersion, VersionRef } from './version.ts';
import { versionSeries, type VersionPoint } from './version-series.ts';

export type { VersionScore } from './score-cells.ts';

const ACTION = 'Comparing forecasts';
const CompareInput = z.object({
	/** One or two. */
	versions: z.array(VersionRef).min(1).max(2),
	/** Null: all that they have in common. */
	queueId: z.string().nullable()
});
export type CompareInput = z.infer<typeof CompareInput>;

/** Sums over the compared queues at one instant; null where a version or the counts say nothing. */
export interface ComparedPoint {
	at: number;
	actual: number | null;
	versions: (VersionPoint | null)[];
}

export interface Comparison {
	heads: ForecastHead[];
	/** What the versions have in common. */
	fromAt: number;
	toAt: number;
	intervalSeconds: number;
	queueIds: string[];
	/** Up to here something was measured; null: nothing yet. */
	measuredTo: number | null;
	/** In the order of the versions, as everywhere here. */
	overall: VersionScore[];
	queues: { queueId: string; scores: VersionScore[] }[];
	days: (ComparedPoint & { scores: VersionScore[] })[];
	points: ComparedPoint[];
	errors: ErrorMap[];
}

type Cell = ComparedCell & { at: number; queueId: string };

/**
 * Versions of a forecast beside each other and beside what came, over the days and queues that they share, at the
 * coarser of their intervals. Scores are over the intervals that were measured; contacts that came where a version
 * expected none count against it.
 */
export async function compareVersions(ctx: Context, actor: Actor, input: CompareInput): Promise<Comparison> {
	requireRight(actor, 'forecast.view');
	const { versions, queueId } = parseInput(ACTION, CompareInput, input);
	const heads = await Promise.all(versions.map((version) => findVersion(ctx, version, ACTION)));
	const fromAt = Math.max(...heads.map((head) => head.fromAt));
	const toAt = Math.min(...heads.map((head) => head.toAt));
	if (fromAt >= toAt)
		throw new InvalidInputError(
			`${ACTION}: "${heads[0]!.name}" and "${heads[1]!.name}" have no day in common.`
		);
	const shared = Object.keys(heads[0]!.detail).filter((id) => heads.every((head) => id in head.detail));
	const queueIds = queueId === null ? shared : shared.filter((id) => id === queueId);
	if (queueIds.length === 0)
		throw new InvalidInputError(
			`${ACTION}: ${queueId === null ? 'the forecasts have no queue in common' : `queue "${queueId}" is not in both`}.`
		);
	const span = { fromAt, toAt, intervalSeconds: Math.max(...heads.map((head) => head.intervalSeconds)) };
	const zone = openTimeZone(heads[0]!.timeZone)!;
	const only = queueIds.length === 1 ? queueIds[0] : undefined;
	const series: Series[] = [];
	for (const [i, head] of heads.entries())
		series.push(await versionSeries(ctx, head, versions[i]!.kind, span, only));
	const actuals = await readActuals(ctx, zone, { ...span, queueIds });
	const now = ctx.now();
	for (const [id, counted] of actuals)
		actuals.set(
			id,
			// What is still under way has not come to its end.
			counted.filter(({ at }) => at > now || at + span.intervalSeconds * 1000 <= now)
		);

	const cells = versions.map((_, i) => cellsOf(series[i]!, actuals, queueIds));
	const points = sumOverQueues(series, actuals, queueIds);
	const dayOf = (at: number) => midnightOf(Math.floor((at + zone.offsetMs(at)) / 86_400_000), zone);
	const byDay = cells.map((own) => Map.groupBy(own, ({ at }) => dayOf(at)));
	const byQueue = cells.map((own) => Map.groupBy(own, (cell) => cell.queueId));
	const measured = points.filter(({ actual }) => actual !== null).map(({ at }) => at);
	return {
		heads,
		...span,
		queueIds,
		measuredTo: measured.length > 0 ? measured.at(-1)! + span.intervalSeconds * 1000 : null,
		overall: cells.map(scoreCells),
		queues: queueIds.map((id) => ({
			queueId: id,
			scores: byQueue.map((own) => scoreCells(own.get(id) ?? []))
		})),
		days: [...Map.groupBy(points, ({ at }) => dayOf(at))].map(([at, ofDay]) => ({
			...sumPoints(at, ofDay, versions.length),
			scores: byDay.map((own) => scoreCells(own.get(at) ?? []))
		})),
		points,
		errors: cells.map((own) => errorByInterval(own, zone.offsetMs))
	};
}

type Series = Awaited<ReturnType<typeof versionSeries>>;
type Actuals = Awaited<ReturnType<typeof readActuals>>;
const NOTHING: VersionPoint = { offered: 0, p10: 0, p90: 0 };

function cellsOf(series: Series, actuals: Actuals, queueIds: readonly string[]): Cell[] {
	return queueIds.flatMap((queueId) =>
		(actuals.get(queueId) ?? []).flatMap(({ at, offered: actual }) => {
			const point = series.get(queueId)?.get(at);
			// A zero that was counted in closed hours is no forecast met.
			if (!point && actual === 0) return [];
			return [{ at, queueId, actual, ...(point ?? NOTHING) }];
		})
	);
}

function sumOverQueues(
	series: readonly Series[],
	actuals: Actuals,
	queueIds: readonly string[]
): ComparedPoint[] {
	const points = new Map<number, ComparedPoint>();
	const at = (instant: number): ComparedPoint => {
		const point = points.get(instant) ?? { at: instant, actual: null, versions: series.map(() => null) };
		points.set(instant, point);
		return point;
	};
	for (const queueId of queueIds) {
		series.forEach((ofVersion, i) => {
			for (const [instant, one] of ofVersion.get(queueId) ?? []) {
				const { versions } = at(instant);
				versions[i] = addBands(versions[i] ?? NOTHING, one);
			}
		});
		for (const { at: instant, offered } of actuals.get(queueId) ?? []) {
			if (offered === 0 && !points.has(instant)) continue;
			const point = at(instant);
			point.actual = (point.actual ?? 0) + offered;
		}
	}
	return [...points.values()].sort((a, b) => a.at - b.at);
}

/** A day's sum; what came is known when any of it is. */
function sumPoints(at: number, points: readonly ComparedPoint[], versions: number): ComparedPoint {
	const known = points.flatMap(({ actual }) => (actual === null ? [] : [actual]));
	return {
		at,
		actual: known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null,
		versions: Array.from({ length: versions }, (_, i) => {
			const own = points.flatMap((point) => point.versions[i] ?? []);
			return own.length > 0 ? own.reduce(addBands) : null;
		})
	};
}
