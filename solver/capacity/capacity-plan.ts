import { capacityDemand, type CapacityDemand } from './capacity-demand.ts';
import type { CapacityInput } from './capacity-input.ts';
import { checkCapacity } from './check-capacity.ts';
import type { MonthDemand } from './family-demand.ts';
import { familyMonths, type FamilyMonth } from './family-months.ts';
import { headHours } from './head-hours.ts';
import { monthCost, type MonthCost } from './month-cost.ts';
import { planTotals, type CapacityTotals } from './plan-totals.ts';
import { workforce, type MonthHeads } from './workforce.ts';

/** A month of a plan. FTE is one full-time contract; heads are people. */
export interface CapacityMonth {
	/** YYYY-MM. */
	month: string;
	days: number;
	contacts: number;
	contained: number;
	offered: number;
	/** Over what is offered to people; null without any. */
	ahtSeconds: number | null;
	/** Required on contacts, before shrinkage. */
	agentHours: number;
	/** Required, shrinkage and the fit of shifts included. */
	requiredFte: number;
	requiredHeads: number;
	heads: MonthHeads;
	/** Trained people's work there is, overtime left out. */
	availableFte: number;
	/** Overtime that is used: no more than is missing, nor than may be asked for. */
	overtimeFte: number;
	/** Available − required; below 0 the month is short. */
	gapFte: number;
	/** Still missing after overtime. */
	shortFte: number;
	/** Of the contacts of families with a queue; null without any. */
	serviceLevel: number | null;
	backlog: number;
	/** Hours of pay that bots save, at contract pay, less what bots cost. */
	botSaving: number;
	cost: MonthCost;
	/** In the order of the input. */
	families: FamilyMonth[];
}

export interface CapacityPlan {
	months: CapacityMonth[];
	totals: CapacityTotals;
	/** Totals of each twelve months; the last may be shorter. */
	years: CapacityTotals[];
}

/** Less than this share of an FTE (some six seconds a month) is rounding, not a shortage. */
const ROUNDING_FTE = 1e-5;

/**
 * Capacity by month, up to 24 months: what the contacts ask for, the people there will be, the gap, the service that
 * customers will meet where people are missing, and what it costs.
 *
 * All people are taken to serve all pools of families, and the pools' requirements add up. A month's required hours on contacts come from capacityDemand(); paid hours
 * = those / (1 − shrinkage) / fit of shifts; FTE = paid hours / full-time hours of the month's days. People are expected
 * values: classes are paid from their first day, productive by training, ramp and learning curve, and leave evenly
 * through the month. Where fewer are there than required every interval is short alike. People beyond the requirement are
 * not counted as better service.
 *
 * @param demand of the same input, when it is known already: then the months cost almost nothing
 * @throws RangeError naming the field, its value and what was wanted
 */
export function capacityPlan(
	input: CapacityInput,
	demand: CapacityDemand = capacityDemand(input)
): CapacityPlan {
	checkCapacity(input);
	const { people, cost } = input;
	const heads = workforce(people, demand.calendar);
	const months = demand.calendar.map(({ month, days }, m): CapacityMonth => {
		const ofFamilies = demand.families.map((family) => family[m]!);
		const sum = (of: (family: MonthDemand) => number) =>
			ofFamilies.reduce((total, family) => total + of(family), 0);
		const agentHours = demand.pools.reduce((total, { work }) => total + work[m]!.agentHours, 0);
		const hours = headHours(people, m, days);
		const requiredFte = agentHours / hours.onContactsPerFte;
		const availableFte = heads[m]!.productive * hours.ftePerHead;
		const missing = Math.max(0, requiredFte - availableFte);
		const overtimeFte = Math.min(missing, availableFte * people.overtimeShare);
		const shortFte = missing - overtimeFte > ROUNDING_FTE ? missing - overtimeFte : 0;
		const there = shortFte === 0 ? 1 : (availableFte + overtimeFte) / requiredFte;

		const families = familyMonths(input, demand, m, there);
		const offered = sum((family) => family.offered);
		const queued = families.filter(({ serviceLevel }) => serviceLevel !== null);
		const inQueues = queued.reduce((total, family) => total + family.offered, 0);
		const withoutBots = demand.pools.reduce((total, pool) => total + pool.hoursWithoutBots[m]!, 0);
		const priced = monthCost(cost, {
			averageHeads: heads[m]!.average,
			traineeHeads: heads[m]!.training,
			hired: heads[m]!.hired,
			hoursPerHead: hours.paidPerFte * hours.ftePerHead,
			overtimeHours: overtimeFte * hours.paidPerFte,
			botConversations: sum(({ botConversations }) => botConversations)
		});
		const paidHoursSaved = ((withoutBots - agentHours) / hours.onContactsPerFte) * hours.paidPerFte;
		return {
			month,
			days,
			contacts: sum(({ contacts }) => contacts),
			contained: sum(({ contained }) => contained),
			offered,
			ahtSeconds: offered > 0 ? sum((family) => family.offered * family.ahtSeconds) / offered : null,
			agentHours,
			requiredFte,
			requiredHeads: requiredFte / hours.ftePerHead,
			heads: heads[m]!,
			availableFte,
			overtimeFte,
			gapFte: availableFte - requiredFte,
			shortFte,
			serviceLevel:
				inQueues > 0
					? queued.reduce((total, family) => total + family.serviceLevel! * family.offered, 0) / inQueues
					: null,
			backlog: families.reduce((total, family) => total + family.backlog, 0),
			botSaving: paidHoursSaved * cost.payPerHour * (1 + cost.loadShare) - priced.bots,
			cost: priced,
			families
		};
	});
	const years = [];
	for (let from = 0; from < months.length; from += 12) years.push(planTotals(months.slice(from, from + 12)));
	return { months, totals: planTotals(months), years };
}
