import type { Highs } from 'highs';
import type { Random } from '../../numeric/random.ts';
import type { CoreProblem, Plan } from '../core/core-problem.ts';
import type { ShiftDemand } from '../core/shift-cover.ts';
import { branchAndPrice } from './branch-and-price.ts';
import { createColumnGeneration } from './column-generation.ts';
import { combinePlans } from './combine-plans.ts';
import { dive } from './dive.ts';
import type { PlanSearch } from './plan-search.ts';

/** So few steps between the linear relaxation and what is wanted are closed by branching; more leave too large a tree. */
const NEAR = 4;

export interface Neighbourhood {
	/** Who is planned anew. */
	agents: number[];
	/** Days planned anew, from `from` to before `to`. */
	from: number;
	to: number;
	/** Rounds with care: longer for each hold, and nearer to what the linear relaxation costs. */
	isCalm: boolean;
}

export interface Reoptimised {
	/** Plans of all agents, cheaper than the cutoff; null when none were found. */
	plans: Plan[] | null;
	/** All pricing was done before the time ended: the neighbourhood was too large otherwise. */
	isComplete: boolean;
	/** Plans made for the free agents on the way. */
	made: { agent: number; plan: Plan }[];
}

/**
 * Looks for a better roster in which everyone else, and the free agents on other days, keep their plans: column
 * generation for the free part, ended once its bound shows that there is nothing better; then a dive, and an integer
 * program over the plans made.
 *
 * @param step least difference between two costs
 * @param known plans of free agents to begin with
 */
export function reoptimise(
	engine: Highs,
	core: CoreProblem,
	demand: ShiftDemand,
	searches: PlanSearch[],
	plans: Plan[],
	step: number,
	{ agents, from, to, isCalm }: Neighbourhood,
	known: { agent: number; plan: Plan }[],
	random: Random,
	limits: { seconds: number; elapsed: () => number; shouldStop: () => boolean }
): Reoptimised {
	const { days, kinds } = core;
	const width = kinds + 1;
	const size = days * width;
	const required = new Float64Array(size);
	const under = new Float64Array(size);
	const over = new Float64Array(size);
	for (let i = from * width; i < to * width; i++) {
		required[i] = demand.required[i]!;
		under[i] = demand.under[i]!;
		over[i] = demand.over[i]!;
	}
	const isFree = new Uint8Array(plans.length);
	for (const a of agents) isFree[a] = 1;
	plans.forEach((plan, a) => {
		if (isFree[a] === 0) for (let d = from; d < to; d++) if (plan[d]! > 0) required[d * width + plan[d]!]!--;
	});
	const part = { ...core, agents: agents.map((a) => core.agents[a]!) };
	const rest: ShiftDemand = { required, under, over };
	const start = agents.map((a) => plans[a]!);
	/** What the free part costs, of these plans of the free agents. */
	const costOf = (chosen: Plan[]) => {
		let sum = 0;
		const count = new Int32Array(size);
		chosen.forEach((plan, i) => {
			for (let d = from; d < to; d++) {
				sum += part.agents[i]!.cost[d * width + plan[d]!]!;
				count[d * width + plan[d]!]!++;
			}
		});
		for (let d = from; d < to; d++)
			for (let k = 1; k < width; k++) {
				const i = d * width + k;
				const excess = count[i]! - required[i]!;
				sum += excess < 0 ? -excess * under[i]! : excess * over[i]!;
			}
		return sum;
	};
	const current = costOf(start);
	const cutoff = current - step + 1e-6;
	const master = createColumnGeneration(
		engine,
		part,
		rest,
		agents.map((a) => searches[a]!),
		start,
		{ from, to }
	);
	const none: Reoptimised = { plans: null, isComplete: true, made: [] };
	try {
		for (const { agent, plan } of known) master.add(agents.indexOf(agent), plan);
		let linear = Infinity;
		for (;;) {
			const round = master.round(limits.shouldStop);
			if (round.bound > cutoff) return none;
			if (limits.shouldStop()) return { ...none, isComplete: false };
			linear = round.linearObjective;
			if (round.added === 0) break;
		}
		if (linear > cutoff) return none;
		let found: Plan[] | null;
		if (cutoff - linear <= NEAR * step) {
			const until = limits.elapsed() + limits.seconds;
			const isLate = () => limits.shouldStop() || limits.elapsed() > until;
			found = branchAndPrice(master, random, cutoff, step, isLate);
		} else {
			found = dive(master, random, { least: 3, most: () => 13, isCalm }, limits.shouldStop, cutoff);
			if (found && costOf(found) > cutoff) found = null;
			if (!found && !limits.shouldStop()) {
				const candidates = master.pool.plans.flatMap((plan, c) =>
					master.boundWith(master.pool.agents[c]!, plan) > cutoff ? [] : [c]
				);
				found = combinePlans(engine, part, rest, master.pool, candidates, start, cutoff, limits, from, to);
			}
		}
		const isInTime = !limits.shouldStop();
		const weights = master.weights();
		const made = master.pool.plans.flatMap((plan, c) =>
			weights[c]! > 1e-6 ? [{ agent: agents[master.pool.agents[c]!]!, plan }] : []
		);
		if (!found || costOf(found) > cutoff) return { plans: null, isComplete: isInTime, made };
		const next = plans.slice();
		agents.forEach((a, i) => (next[a] = found[i]!));
		return { plans: next, isComplete: true, made };
	} finally {
		master.dispose();
	}
}
