import { afterBots, type BotShare } from './after-bots.ts';
import { dayRequirement, type DayRequirementInput } from './day-requirement.ts';
import { staffingPlan } from './plan.ts';
import { checkLengths, type Series } from './series.ts';
import type { StaffingFigures } from './staffing-input.ts';
import type { ScopedTarget } from './staffing-targets.ts';

/** One queue over several days. Units as in StaffingInput; `volumes` are what is offered, the bots' share included. */
export interface RequirementSeriesInput extends Omit<DayRequirementInput, 'target' | 'floor'> {
	target: ScopedTarget;
	/** By interval, the day it belongs to: any numbers that change from day to day. */
	dayOf: ArrayLike<number>;
	bots?: BotShare;
}

/**
 * What each interval of a queue needs: staffingPlan() where targets hold by interval, dayRequirement() for each day
 * where they hold by day.
 *
 * @returns one entry an interval, in order
 * @throws RangeError naming the value and, with its index (in its day, by day), the interval; nothing is planned then
 */
export function requirementSeries(input: RequirementSeriesInput): StaffingFigures[] {
	const { target, dayOf, bots, ...rest } = input;
	const { scope, floor, ...targets } = target;
	const { volumes: offered, ahtSeconds, patienceSeconds, shrinkage, minimumAgents } = rest;
	const series = { ahtSeconds, patienceSeconds, shrinkage, minimumAgents };
	checkLengths('Planning the staffing of a series', offered.length, { dayOf, ...series });
	const volumes = bots ? Array.from(offered, (volume) => afterBots(volume, bots)) : offered;
	if (scope === 'interval') return staffingPlan({ ...rest, ...targets, volumes });

	const result = new Array<StaffingFigures>(volumes.length);
	for (const ofDay of Map.groupBy(Array.from(dayOf).keys(), (i) => dayOf[i]!).values()) {
		const part = (values: ArrayLike<number>) => ofDay.map((i) => values[i]!);
		const partOf = (values: Series) => (typeof values === 'object' ? part(values) : values);
		const { intervals } = dayRequirement({
			...rest,
			volumes: part(volumes),
			ahtSeconds: partOf(ahtSeconds),
			...(patienceSeconds !== undefined && { patienceSeconds: partOf(patienceSeconds) }),
			...(shrinkage !== undefined && { shrinkage: partOf(shrinkage) }),
			...(minimumAgents !== undefined && { minimumAgents: partOf(minimumAgents) }),
			target: targets,
			...(floor && { floor })
		});
		ofDay.forEach((i, k) => (result[i] = intervals[k]!));
	}
	return result;
}
