import { pricedBound } from '../bound/priced-bound.ts';
import { solveCovering } from '../bound/solve-covering.ts';
import { planCharge, type AgentRules, type CoreProblem, type Plan } from '../core/core-problem.ts';
import { withFloors } from '../core/floor-cover.ts';
import { createIntervalCover, type IntervalDemand } from '../core/interval-cover.ts';
import { gapOf, isMet } from '../gap-of.ts';
import { createChargedSearch } from './charged-search.ts';
import { firstPlans } from './first-plans.ts';
import { improve } from './improve.ts';
import { plansFromCovering } from './plans-from-covering.ts';
import type { SharedGraphs } from './rule-graph.ts';

export interface SolveOptions {
	/** Time allowed, in seconds of `now`. */
	seconds: number;
	/** Default 1. With `maxSteps` reached before the time is up, equal seeds give equal rosters. */
	seed?: number;
	/** A clock in milliseconds; any origin. */
	now: () => number;
	/** Ends the search after this many steps, whatever the time. */
	maxSteps?: number;
	onProgress?: (progress: SolveProgress) => void;
	/** Polled often; true stops the search and keeps the best roster. */
	shouldStop?: () => boolean;
}

export interface SolveProgress {
	seconds: number;
	objective: number;
	/** Proved lower bound, null until there is one. */
	bound: number | null;
	/** (objective − bound) / objective; null without a bound. */
	gap: number | null;
}

export type CoreOutcome =
	| { status: 'found'; plans: Plan[]; objective: number; steps: number }
	| { status: 'infeasible'; agents: AgentRules[] }
	| { status: 'timed-out' };

/** Share of the time for the covering program, and for the bound after it. */
const COVERING_SHARE = 0.4;
const BOUND_SHARE = 0.6;

/**
 * Solves a problem with demand by interval. In turn: first plans for all agents, each the best against those
 * before it; the covering program, whose prices give the bound and whose heads give a second start; improvement
 * of the better start until time, steps or the caller end it, or the bound is met.
 *
 * @param scale a cost that matters little beside the whole (see `improve`)
 */
export async function solveCore(
	core: CoreProblem,
	demand: IntervalDemand,
	startedAt: number,
	options: SolveOptions,
	scale = 1
): Promise<CoreOutcome & { bound: number | null }> {
	const { days, agents, kindMinutes } = core;
	const { now, seconds } = options;
	const elapsed = () => (now() - startedAt) / 1000;
	const stopped = () => options.shouldStop?.() === true;
	const plain = createIntervalCover(demand);
	const cover = demand.floors ? withFloors(plain, demand.floors) : plain;
	const graphs: SharedGraphs = [];
	const searches = agents.map((a) => createChargedSearch(a, kindMinutes, days, graphs));
	const first = firstPlans(core, cover, searches, () => stopped() || elapsed() > seconds * 2 + 5);
	if (first.status !== 'found') return { ...first, bound: null };

	let bound: number | null = null;
	let best = Infinity;
	let met = false;
	const report = (objective: number) => {
		best = Math.min(best, objective);
		met = bound !== null && isMet(best, bound);
		options.onProgress?.({ seconds: elapsed(), objective: best, bound, gap: gapOf(best, bound) });
	};
	const costOf = (plans: Plan[]) =>
		plans.reduce(
			(sum, plan, a) =>
				plan.reduce(
					(s, k, d) => s + agents[a]!.cost[d * (core.kinds + 1) + k]!,
					sum + planCharge(agents[a]!, plan)
				),
			cover.total()
		);
	let { plans } = first;
	report(costOf(plans));

	const covering = await solveCovering(core, demand, () => stopped() || elapsed() > seconds * COVERING_SHARE);
	if (covering) {
		const proof = pricedBound(
			core,
			demand,
			searches,
			covering,
			() => stopped() || elapsed() > seconds * BOUND_SHARE
		);
		if (proof !== null) {
			bound = Math.min(proof, best);
			report(best);
		}
		if (!met && !stopped() && elapsed() < seconds) {
			const before = best;
			const second = plansFromCovering(core, demand, cover, searches, plans, covering);
			const objective = costOf(second);
			if (objective < before) {
				plans = second;
				report(objective);
			} else
				plans.forEach((plan, a) => {
					cover.remove(a, second[a]!, 0, days);
					cover.add(a, plan, 0, days);
				});
		}
	}

	let steps = 0;
	const maxSteps = options.maxSteps ?? Infinity;
	const from = elapsed();
	const objective = improve(core, cover, searches, plans, {
		seed: options.seed ?? 1,
		scale,
		shouldStop: (done) => {
			steps = done;
			return met || done >= maxSteps || elapsed() >= seconds || stopped();
		},
		progress: (done) =>
			maxSteps < Infinity ? done / maxSteps : (elapsed() - from) / Math.max(1e-3, seconds - from),
		onBetter: report
	});
	return { status: 'found', plans, objective, steps, bound };
}
