import type { CapacityDemand } from './capacity-demand.ts';
import type { CapacityInput } from './capacity-input.ts';
import { cohort } from './cohort.ts';
import { headHours } from './head-hours.ts';
import { monthCost } from './month-cost.ts';
import { workforce } from './workforce.ts';

/** Hiring as numbers: x[s] people begin in month s; month m needs Σ effect[s][m]·x[s] ≥ missing[m]. */
export interface HiringModel {
	/** Classes that are under way and stay as they are. */
	kept: CapacityInput['people']['classes'];
	/** Most people who can begin in each month; 0 before the lead. */
	most: number[];
	/** FTE that one person who begins in s adds to month m; 0 in training. */
	effect: number[][];
	/** The same if everybody were productive from the first day. */
	effectAtOnce: number[][];
	/** FTE missing without anybody new; ≤ 0 where none is. */
	missing: number[];
	/** What one person who begins in s costs until the end of the plan. */
	costOf: number[];
}

/**
 * @param largestClass most people who can begin in a month
 * @param withOvertime whether the overtime that may be asked for counts as there
 */
export function hiringModel(
	input: CapacityInput,
	demand: CapacityDemand,
	largestClass: number,
	withOvertime: boolean
): HiringModel {
	const { people, cost } = input;
	const { calendar } = demand;
	const opens = calendar.map(({ fromDay }) => fromDay >= people.leadWeeks * 7);
	const kept = people.classes.filter(({ month }) => !opens[month]);
	const before = workforce({ ...people, classes: kept }, calendar);
	const hours = calendar.map(({ days }, m) => headHours(people, m, days));
	const stretch = withOvertime ? 1 + people.overtimeShare : 1;
	const cohorts = calendar.map((_, s) => cohort(people, calendar, s));
	return {
		kept,
		most: opens.map((open) => (open ? largestClass : 0)),
		effect: cohorts.map((months) =>
			months.map(({ productive }, m) => productive * hours[m]!.ftePerHead * stretch)
		),
		effectAtOnce: cohorts.map((months) =>
			months.map(({ average }, m) => average * hours[m]!.ftePerHead * stretch)
		),
		missing: calendar.map((_, m) => {
			const agentHours = demand.pools.reduce((sum, { work }) => sum + work[m]!.agentHours, 0);
			const available = before[m]!.productive * hours[m]!.ftePerHead * stretch;
			return agentHours / hours[m]!.onContactsPerFte - available;
		}),
		costOf: cohorts.map((months, s) =>
			months.reduce(
				(sum, { average, training }, m) =>
					sum +
					monthCost(cost, {
						averageHeads: average,
						traineeHeads: training,
						hired: m === s ? 1 : 0,
						hoursPerHead: hours[m]!.paidPerFte * hours[m]!.ftePerHead,
						overtimeHours: 0,
						botConversations: 0
					}).total,
				0
			)
		)
	};
}
