import { agentsWithShrinkage } from './agents-with-shrinkage.ts';
import { dayFigures, type DayFigures } from './day-figures.ts';
import { dayIntervals, type DayInterval } from './day/day-intervals.ts';
import { excessLimits, excessOf } from './day/excess.ts';
import { fewestHours } from './day/fewest-hours.ts';
import type { Series } from './series.ts';
import type { StaffingFigures } from './staffing-input.ts';
import type { StaffingTargets } from './staffing-targets.ts';

/** A day's intervals of one queue, and what has to hold over the day. Units as in StaffingInput. */
export interface DayRequirementInput {
	/** Contacts offered, interval by interval. */
	volumes: ArrayLike<number>;
	ahtSeconds: Series;
	intervalSeconds: number;
	/** Held in the mean over the day's contacts, each counting with the figure of its interval. */
	target: StaffingTargets;
	/** What every interval has to keep on its own. */
	floor?: StaffingTargets;
	patienceSeconds?: Series;
	shrinkage?: Series;
	minimumAgents?: Series;
	concurrency?: number;
	concurrencySlowdown?: number;
}

export interface DayRequirement {
	/** `optimal`: proven to be the fewest hours. `feasible`: the search was cut short; the lower bound says how near. */
	status: 'optimal' | 'feasible';
	/** By interval. */
	intervals: StaffingFigures[];
	day: DayFigures;
	/** Σ agents × interval. */
	agentHours: number;
	/** Σ agents / (1 − shrinkage) × interval, not rounded: what is as small as it can be. */
	paidHours: number;
	/** No plan that holds has fewer paid hours. */
	lowerBoundPaidHours: number;
}

/**
 * The fewest paid hours with which the day's figures hold; with one shrinkage all day, also the fewest agent-hours.
 *
 * The day's figure is Σ volume × figure / Σ volume: every contact offered counts with the service level, ASA (of the
 * answered), abandonment or occupancy of its interval, so no interval can hide by answering few. Intervals are steady
 * states of staffingRequirement()'s models. One may be left far below the target where that saves most, in Erlang A with
 * a service level even without anybody: a floor or a minimum holds it up. In Erlang C every interval has to be stable;
 * an ASA or an occupancy needs somebody in every interval with contacts.
 *
 * Exact (see fewestHours()), with a proof for each answer, up to hundreds of agents; where shrinkage changes during the
 * day, where several targets bind at once or with thousands of agents, the search may be cut short, and the answer says so.
 * Cost: some 30 model evaluations an interval, 4 to 10 ms for 96 intervals of some 30 agents; seconds at thousands.
 *
 * @throws RangeError for a value outside its domain, and without a target
 */
export function dayRequirement(input: DayRequirementInput): DayRequirement {
	const { volumes, intervalSeconds, target } = input;
	const intervals = dayIntervals('Finding the staffing of a day', input);
	const busy = intervals.filter(({ demand }) => demand.volume > 0);
	const offered = busy.reduce((sum, { demand }) => sum + demand.volume, 0);
	const isUnit = busy.every(({ demand }) => demand.shrinkage === busy[0]!.demand.shrinkage);
	const found = fewestHours(
		busy.map(({ demand, least, enough, figures }) => {
			const weight = demand.volume / offered;
			return {
				least,
				guess: enough,
				cost: isUnit ? 1 : paid(demand),
				excess: (agents) => excessOf(target, figures(agents), weight),
				excessLimit: excessLimits(target, weight)
			};
		}),
		isUnit,
		busy.map(({ enough }) => enough)
	);

	const agents = intervals.map(({ least }) => least);
	busy.forEach((interval, i) => (agents[intervals.indexOf(interval)] = found.agents[i]!));
	const planned = intervals.map((interval, i) => planOf(interval, agents[i]!));
	const hours = intervalSeconds / 3600;
	const paidHours = intervals.reduce((sum, { demand }, i) => sum + agents[i]! * paid(demand), 0) * hours;
	const gap =
		(found.cost - found.lowerBound) * (isUnit && busy.length > 0 ? paid(busy[0]!.demand) : 1) * hours;
	return {
		status: found.isProven ? 'optimal' : 'feasible',
		intervals: planned,
		day: dayFigures(volumes, planned),
		agentHours: agents.reduce((sum, one) => sum + one, 0) * hours,
		paidHours,
		lowerBoundPaidHours: paidHours - gap
	};
}

/** Paid time for an agent's time on contacts. */
const paid = ({ shrinkage = 0 }: DayInterval['demand']) => 1 / (1 - shrinkage);

function planOf({ demand, figures }: DayInterval, agents: number): StaffingFigures {
	const { serviceLevel, asaSeconds, probabilityOfWait, abandonment, occupancy } = figures(agents);
	return {
		model: demand.patienceSeconds === undefined ? 'erlang-c' : 'erlang-a',
		agents,
		agentsWithShrinkage: agentsWithShrinkage(agents, demand.shrinkage ?? 0),
		serviceLevel,
		asaSeconds,
		probabilityOfWait,
		abandonment,
		occupancy
	};
}
