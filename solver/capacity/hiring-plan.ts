import { capacityDemand } from './capacity-demand.ts';
import type { CapacityInput, HiringClass } from './capacity-input.ts';
import { capacityPlan, type CapacityPlan } from './capacity-plan.ts';
import { hiringModel } from './hiring-model.ts';
import { refuse } from './refuse.ts';
import { HIRING_TOLERANCE, solveHiring } from './solve-hiring.ts';
import { unclosableMonths, type UnclosableMonth } from './unclosable-months.ts';

export interface HiringOptions {
	/** Most people who can begin training in a month. */
	largestClass: number;
	/**
	 * `fewest-hires`: no month short that can be closed, by the fewest people, the cheaper of two plans with as many;
	 * `least-cost`: the same by the least cost; `worth-it`: a month stays short where closing it takes more than two people
	 * for each FTE-month (a class that is hardly out of training closes a month only by its size).
	 */
	goal?: 'fewest-hires' | 'least-cost' | 'worth-it';
	/** Count the overtime that may be asked for as there. */
	withOvertime?: boolean;
}

export interface ShortMonth {
	month: number;
	/** FTE missing under this plan. */
	shortFte: number;
	/** As unclosableMonths() says; or it could be closed, but is not worth it. */
	reason: UnclosableMonth['reason'] | 'not-worth-it';
}

export interface HiringPlan {
	/** `closed`: no month is short; `not-closed`: some are; `not-needed`: none was. */
	status: 'closed' | 'not-closed' | 'not-needed';
	/** Every class, those kept and those suggested, in order of month. */
	classes: HiringClass[];
	suggested: (HiringClass & {
		/** Days from the first planned day to the latest on which the decision can be taken. */
		decideByDay: number;
	})[];
	hires: number;
	/** What the suggested people cost until the end of the plan. */
	cost: number;
	/** Months that stay short, with the reason. */
	stillShort: ShortMonth[];
	/** The plan with these classes. */
	plan: CapacityPlan;
}

/**
 * The fewest (or cheapest) hires, by month in whole classes, with which no month is short of people.
 *
 * Classes that begin before the lead are under way and stay; all later ones are planned anew. A class in month s helps
 * month m by what training, ramp, learning and attrition leave of it, so the least hires are an integer covering program
 * of at most 24 unknowns, solved exactly (solveHiring). Months that even full classes leave short are named with the
 * reason and by how much; for them a person is hired only if that takes away half an FTE-month of shortage or more.
 *
 * @throws RangeError on bad input; largestClass must be a whole number from 0 to 100,000
 */
export async function hiringPlan(input: CapacityInput, options: HiringOptions): Promise<HiringPlan> {
	const { largestClass, goal = 'fewest-hires', withOvertime = false } = options;
	if (!Number.isInteger(largestClass) || largestClass < 0 || largestClass > 100_000)
		refuse('Planning hiring', 'largestClass', largestClass, 'a whole number from 0 to 100000.');
	const demand = capacityDemand(input);
	const model = hiringModel(input, demand, largestClass, withOvertime);
	const unclosable = unclosableMonths(model);
	const { weight, price } = weightsOf(goal, model.costOf, model.most);
	const mayStayShort =
		goal === 'worth-it' ? model.missing.map((_, m) => m) : unclosable.map(({ month }) => month);
	const heads = await solveHiring(model, mayStayShort, weight, price);
	const suggested = heads.flatMap((count, month) =>
		count > 0
			? [
					{
						month,
						heads: count,
						decideByDay: Math.floor(demand.calendar[month]!.fromDay - input.people.leadWeeks * 7)
					}
				]
			: []
	);
	const classes = [...model.kept, ...suggested.map(({ month, heads: count }) => ({ month, heads: count }))];
	classes.sort((a, b) => a.month - b.month);
	const plan = capacityPlan({ ...input, people: { ...input.people, classes } }, demand);
	const stillShort = model.missing.flatMap((need, month): ShortMonth[] => {
		const shortFte = need - heads.reduce((sum, count, s) => sum + count * model.effect[s]![month]!, 0);
		if (shortFte <= 2 * HIRING_TOLERANCE) return [];
		const reason = unclosable.find((one) => one.month === month)?.reason ?? 'not-worth-it';
		return [{ month, shortFte, reason }];
	});
	const wasShort = model.missing.some((need) => need > HIRING_TOLERANCE);
	return {
		status: !wasShort ? 'not-needed' : stillShort.length > 0 ? 'not-closed' : 'closed',
		classes,
		suggested,
		hires: heads.reduce((sum, count) => sum + count, 0),
		cost: heads.reduce((sum, count, s) => sum + count * model.costOf[s]!, 0),
		stillShort,
		plan
	};
}

/** Where a month may stay short, so many hires are not too many to take away an FTE-month of shortage. */
const HIRES_PER_FTE_MONTH = 2;

/** Fewest hires: one each, and a part of one by cost that never adds up to a person. Least cost: the cost itself. */
function weightsOf(goal: HiringOptions['goal'], costOf: number[], most: number[]) {
	const mean = costOf.reduce((sum, cost) => sum + cost, 0) / costOf.length;
	// Nothing costs anything: then fewest is cheapest.
	if (goal === 'least-cost' && mean > 0)
		return { weight: costOf.map((cost) => cost / mean + 1e-6), price: HIRES_PER_FTE_MONTH };
	const ofEveryClass = costOf.reduce((sum, cost, s) => sum + cost * most[s]!, 0) + 1;
	return { weight: costOf.map((cost) => 1 + cost / ofEveryClass), price: HIRES_PER_FTE_MONTH };
}
