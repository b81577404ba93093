import { checkLength, checkPooling, checkSeries, checkWhole, refuse } from './check-pooling.ts';
import type { PooledQueue } from './pooled-queue.ts';
import { components } from './requirement/components.ts';
import { correctPeriod, simulatePeriod } from './requirement/correct-period.ts';
import { siloStaff } from './requirement/interval-agents.ts';
import { partOfCentre, type PartOfCentre } from './requirement/part-of-centre.ts';
import { poolPart, type PooledPart } from './requirement/pool-part.ts';
import { partsOf } from './requirement/search-class.ts';
import { singlePoolAgents } from './requirement/single-pool-agents.ts';
import { numberDays } from './simulation/number-days.ts';
import type { SkillGroup } from './skill-group.ts';

export interface PoolRequirementInput {
	queues: readonly PooledQueue[];
	groups: readonly SkillGroup[];
	intervalSeconds: number;
	seed: number;
	/** Replications of the whole period in the last correction; 12 unless given. */
	replications?: number;
	/** Local day of each interval; left out: all one day. */
	dayOf?: ArrayLike<number>;
	/** Called with the share of the work that is done, 0–1. */
	report?(share: number): void;
	/** Asked now and then; true ends the search with what it has. */
	shouldStop?(): boolean;
}

export interface PoolRequirement {
	/** Agents on contacts of each group, interval by interval. */
	groups: { id: string; agents: Int32Array }[];
	queues: {
		id: string;
		/** Its part of the pooled agents, by the work that they do: they sum to the groups' total in every interval. */
		pooledAgents: Float64Array;
		/** Over the replications of the whole period, by interval of entry; null where no contact came. */
		serviceLevel: (number | null)[];
		/** Agents it would need on its own. */
		siloAgents: Int32Array;
		/** Agents for it alone that are missing, because headcounts bind or nobody has the skill; 0 = none. */
		shortAgents: Int32Array;
	}[];
	/** By interval. */
	totals: {
		agents: Int32Array;
		/** Fewest agents if everyone could serve everything: a bound from below. */
		singlePool: Int32Array;
		/** Sum of the queues on their own. */
		silos: Int32Array;
	};
	/** True when `shouldStop` ended it: the rest is shared out from the silos. */
	stopped: boolean;
}

const ACTION = 'Pooling the requirement';
const MOST_CORRECTIONS = 4;

/**
 * Agents by skill group with which every queue meets its service level in every interval: fewest agents, or least cost.
 *
 * Method: simulation-corrected pooling, after Wallace & Whitt 2005 ("A staffing algorithm for call centers with
 * skill-based routing", M&SOM 7) and the simulation-based cuts of Cezik & L'Ecuyer 2008 ("Staffing multiskill call
 * centers via linear programming and simulation", Management Science 54).
 * 1. The centre falls into parts that share nobody. A part with one queue is exact Erlang A or C.
 * 2. Intervals of similar loads are put into classes. For each, a first guess lies between two Erlang requirements: the
 *    single pool in which everyone serves everything, and the sum of the silos; it is shared out over groups within
 *    headcounts by flows. A stationary simulation of the class then adds agents where queues are short and takes away
 *    who can be spared, all candidates on the same contacts.
 * 3. The class's answer is carried over to its intervals by the square-root rule (Koole & Mandelbaum 2002), rounded, and
 *    each interval is confirmed by a simulation of its own.
 * 4. The whole period is simulated with all that carries over between intervals; where a queue misses its target over a
 *    day, agents are added.
 * The total of every interval lies between the single pool and the silos. Where headcounts bind, `shortAgents` says
 * which queue lacks how many: the agents for it alone that would bring it to its target.
 *
 * Without headcounts the groups that serve most for their cost are used first; with them each group works in proportion
 * to its people. Equal seeds give equal answers.
 *
 * Limits: service levels are estimates (a class sees 8,000 to 30,000 contacts), so that a queue with a hundredth of the
 * contacts may be off by an agent. Fewest agents is the search's best, not a proof: on two queues and three groups it
 * equals exhaustive search in 31 cases of 32; on ten queues with ten people or two each, fifty times the exchanges find
 * 2 % less. Not in it: breaks, transfers, overflow, and work put off until it is quiet, which is better planned as
 * deferred. Cost: a week of 20 queues, 12 groups and quarter hours takes about 10 s of one core.
 *
 * @throws RangeError for input outside its domain
 */
export function poolRequirement(input: PoolRequirementInput): PoolRequirement {
	checkRequirementInput(input);
	const { queues, groups, intervalSeconds, seed, replications = 12 } = input;
	const intervals = queues[0]!.volumes.length;
	const shouldStop = () => input.shouldStop?.() ?? false;
	const { days, dayIndex } = numberDays(input.dayOf ?? new Int32Array(intervals));
	const result = emptyResult(input, intervals);
	const parts = components(queues, groups);
	const weight = parts.reduce((sum, { queues: some }) => sum + some.length ** 2, 0);
	let done = 0;
	for (const component of parts) {
		const share = component.queues.length ** 2 / weight;
		const report = (ofPart: number) => input.report?.(Math.min(1, done + share * ofPart));
		const part = partOfCentre(queues, groups, component, intervalSeconds);
		const pooled =
			component.queues.length === 1
				? onItsOwn(part)
				: poolPart(part, { seed, shouldStop, report: (s) => report(0.8 * s) });
		let counts = simulatePeriod(part, pooled.agents, replications, seed + 1, shouldStop);
		for (let step = 1; step <= MOST_CORRECTIONS && component.queues.length > 1 && !shouldStop(); step++) {
			if (!correctPeriod(part, pooled.agents, counts, replications, dayIndex, days.length)) break;
			counts = simulatePeriod(part, pooled.agents, replications, seed + 1 + step, shouldStop);
			report(0.8 + (0.2 * step) / MOST_CORRECTIONS);
		}
		result.stopped ||= pooled.stopped || shouldStop();
		store(result, component, part, pooled, counts);
		done += share;
		report(0);
	}
	return result;
}

/** A queue that shares nobody needs what it needs alone. */
function onItsOwn(part: PartOfCentre): PooledPart {
	const all = Array.from(part.siloTotal.keys());
	const agents = all.map((i) => siloStaff(part.problemOf(i)));
	return { agents, parts: all.map((i) => partsOf(part.problemOf(i), agents[i]!, null)), stopped: false };
}

function emptyResult(
	{ queues, groups, intervalSeconds }: PoolRequirementInput,
	intervals: number
): PoolRequirement {
	const none = () => new Int32Array(intervals);
	return {
		groups: groups.map(({ id }) => ({ id, agents: none() })),
		queues: queues.map(({ id }) => ({
			id,
			pooledAgents: new Float64Array(intervals),
			serviceLevel: Array<number | null>(intervals).fill(null),
			siloAgents: none(),
			shortAgents: none()
		})),
		totals: {
			agents: none(),
			singlePool: none().map((_, i) => singlePoolAgents(queues, i, intervalSeconds)),
			silos: none()
		},
		stopped: false
	};
}

function store(
	result: PoolRequirement,
	component: { queues: number[]; groups: number[] },
	part: PartOfCentre,
	pooled: PooledPart,
	counts: { inThreshold: Float64Array; settled: Float64Array }
): void {
	const size = component.queues.length;
	const real = component.groups.length;
	pooled.agents.forEach((agents, i) => {
		const byLoad = partsOf(part.problemOf(i), agents, null);
		component.groups.forEach((at, g) => {
			result.groups[at]!.agents[i] = agents[g]!;
			result.totals.agents[i]! += agents[g]!;
			const planned = pooled.parts[i]!.subarray(g * size, (g + 1) * size);
			const total = planned.reduce((sum, n) => sum + n, 0);
			component.queues.forEach((queue, q) => {
				const ofGroup = total > 0 ? (agents[g]! * planned[q]!) / total : byLoad[g * size + q]!;
				result.queues[queue]!.pooledAgents[i]! += ofGroup;
			});
		});
		component.queues.forEach((at, q) => {
			const queue = result.queues[at]!;
			queue.siloAgents[i] = part.silos[q]![i]!;
			queue.shortAgents[i] = agents[real + q]!;
			result.totals.silos[i]! += part.silos[q]![i]!;
			const settled = counts.settled[i * size + q]!;
			queue.serviceLevel[i] = settled > 0 ? counts.inThreshold[i * size + q]! / settled : null;
		});
	});
}

function checkRequirementInput(input: PoolRequirementInput): void {
	checkPooling(ACTION, input);
	checkWhole(ACTION, 'replications', input.replications ?? 1, 1);
	const intervals = input.queues[0]!.volumes.length;
	for (const { id, headcount, cost = 1 } of input.groups) {
		if (typeof headcount === 'number') checkWhole(ACTION, `headcount of group "${id}"`, headcount, 0);
		else if (headcount) {
			checkLength(ACTION, `headcount of group "${id}"`, headcount, intervals);
			checkSeries(ACTION, `headcount of group "${id}"`, headcount, intervals);
			for (let i = 0; i < intervals; i++)
				checkWhole(ACTION, `headcount[${i}] of group "${id}"`, headcount[i]!, 0);
		}
		if (!(cost > 0 && cost < Infinity))
			refuse(ACTION, `cost of group "${id}"`, cost, 'a finite number above 0');
	}
}
