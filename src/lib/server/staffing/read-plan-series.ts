import type { Actor, Context } from '../context.ts';
import { readForecastIntervals } from '../forecasts/index.ts';
import { botFactor } from './bot-factor.ts';
import { readStaffingIntervals, type StaffingHead } from './read-staffing.ts';
import { shrinkageOfPlan } from './shrinkage-of-plan.ts';

/** An interval of a plan with what is offered in it; over several queues people add up and shares are by volume. */
export interface PlanPoint {
	at: number;
	offered: number;
	/** Of one queue; null over several. */
	ahtSeconds: number | null;
	/** Each queue on its own. */
	agents: number;
	agentsWithShrinkage: number;
	/** Where people are shared between queues; null in a plan that does not share them. */
	pooledAgents: number | null;
	pooledWithShrinkage: number | null;
	serviceLevel: number | null;
	asaSeconds: number | null;
	abandonment: number | null;
	occupancy: number | null;
}

/** A plan in order of time, of one queue or of all together. */
export async function readPlanSeries(
	ctx: Context,
	actor: Actor,
	plan: StaffingHead,
	queueId: string | null
): Promise<PlanPoint[]> {
	const [planned, forecast] = await Promise.all([
		readStaffingIntervals(ctx, actor, plan.id, queueId ?? undefined),
		readForecastIntervals(ctx, { ...actor, rights: ['*'] }, plan.forecastId, queueId ?? undefined)
	]);
	const keyOf = (queue: string, at: number): string => `${at} ${queue}`;
	const volumes = new Map(forecast.map((row) => [keyOf(row.queueId, row.startAt), row]));
	const shrinkage = shrinkageOfPlan(plan, 'all');
	const points = planned.map(({ queueId: queue, startAt, ...row }): PlanPoint => {
		const volume = volumes.get(keyOf(queue, startAt));
		const terms = plan.parameters[queue];
		return {
			at: startAt,
			offered: (volume?.offered ?? 0) * botFactor(terms?.bots),
			ahtSeconds: terms?.ahtSeconds ?? (volume?.ahtSeconds || terms?.defaultAhtSeconds || null),
			agents: row.agents,
			agentsWithShrinkage: row.agentsWithShrinkage,
			pooledAgents: row.pooledAgents,
			pooledWithShrinkage: row.pooledAgents === null ? null : row.pooledAgents / (1 - shrinkage(startAt)),
			serviceLevel: row.serviceLevel,
			asaSeconds: row.asaSeconds,
			abandonment: row.abandonment,
			occupancy: row.occupancy
		};
	});
	if (queueId !== null) return points;
	return [...Map.groupBy(points, ({ at }) => at)]
		.sort(([a], [b]) => a - b)
		.map(([at, ofInstant]) => together(at, ofInstant));
}

function together(at: number, points: readonly PlanPoint[]): PlanPoint {
	const sum = (of: (point: PlanPoint) => number): number =>
		points.reduce((total, point) => total + of(point), 0);
	const mean = (
		of: (point: PlanPoint) => number | null,
		weight: (point: PlanPoint) => number
	): number | null => {
		const known = points.filter((point) => of(point) !== null && weight(point) > 0);
		const whole = known.reduce((total, point) => total + weight(point), 0);
		return whole > 0 ? known.reduce((total, point) => total + of(point)! * weight(point), 0) / whole : null;
	};
	// The parts are fractions of shared people; only together are they people.
	const people = (of: (point: PlanPoint) => number | null): number | null =>
		points.some((point) => of(point) === null) ? null : Math.ceil(sum((point) => of(point)!) - 1e-6);
	const byVolume = ({ offered }: PlanPoint): number => offered;
	return {
		at,
		offered: sum(byVolume),
		ahtSeconds: null,
		agents: sum(({ agents }) => agents),
		agentsWithShrinkage: sum(({ agentsWithShrinkage }) => agentsWithShrinkage),
		pooledAgents: people(({ pooledAgents }) => pooledAgents),
		pooledWithShrinkage: people(({ pooledWithShrinkage }) => pooledWithShrinkage),
		serviceLevel: mean(({ serviceLevel }) => serviceLevel, byVolume),
		asaSeconds: mean(({ asaSeconds }) => asaSeconds, byVolume),
		abandonment: mean(({ abandonment }) => abandonment, byVolume),
		occupancy: mean(
			({ occupancy }) => occupancy,
			({ agents }) => agents
		)
	};
}
