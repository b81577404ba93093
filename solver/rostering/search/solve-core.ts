import { highs } from '../bound/linear-model.ts';
import { pricedBound } from '../bound/priced-bound.ts';
import { solveCovering, type CoveringSolution } from '../bound/solve-covering.ts';
import { wholeHeadsBound } from '../bound/whole-heads.ts';
import { planCharge, type AgentRules, type CoreProblem, type Plan } from '../core/core-problem.ts';
import { withFloors } from '../core/floor-cover.ts';
import { createIntervalCover, type IntervalDemand } from '../core/interval-cover.ts';
import { gapOf, isMet } from '../gap-of.ts';
import { createChargedSearch } from './charged-search.ts';
import { firstPlans } from './first-plans.ts';
import { improve } from './improve.ts';
import { plansFromCovering } from './plans-from-covering.ts';
import { replanDay } from './replan-day.ts';
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
 * Up to so many agent-days programs in whole people are worth their time: for the bound this share of it, and no longer
 * than this, as nothing is improved meanwhile.
 */
const MOST_WHOLE = 700;
const WHOLE_SHARE = 0.25;
const MOST_WHOLE_SECONDS = 20;
/** Planning every day anew takes up to so many times what the bound of the days took, and at most this share of what is left. */
const DAYS_FACTOR = 2;
const MOST_FOR_DAYS = 0.5;
/** Share of what is left after the first bound for a quick descent; the rest anneals. */
const SETTLE_SHARE = 0.1;
/** Temperatures at the start and the end, as shares of what a person missing for one interval costs. */
const SETTLE = [0.12, 0.02] as const;
const ANNEAL = [0.35, 0.015] as const;
const AFTER_DAYS = [0.05, 0.015] as const;
/** Few agents and days at once, and many of them: what shifts cover is settled day by day. */
const STEPS = { agents: 2, days: 2, wholeShare: 0.05 };

/**
 * Solves a problem with demand by interval. In turn: first plans for all agents, each the best against those
 * before it; the covering program, whose prices give the bound and whose heads give a second start; of small problems
 * a better bound in whole people; improvement of the better start until time, steps or the caller end it, or the bound
 * is met. Where the program of a day in whole people is solved quickly, each day is once planned anew by it.
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
	/** Puts these plans in the place of the present ones, which the cover holds. */
	const install = (next: Plan[]) => {
		plans.forEach((plan, a) => {
			cover.remove(a, plan, 0, days);
			cover.add(a, next[a]!, 0, days);
		});
		plans = next;
	};

	const raise = (proof: number) => {
		bound = Math.min(Math.max(proof, bound ?? -Infinity), best);
		report(best);
	};
	const covering = await solveCovering(core, demand, () => stopped() || elapsed() > seconds * COVERING_SHARE);
	if (covering) {
		const proof = pricedBound(
			core,
			demand,
			searches,
			covering,
			() => stopped() || elapsed() > seconds * BOUND_SHARE
		);
		if (proof !== null) raise(proof);
		if (!met && !stopped() && elapsed() < seconds) {
			const before = plans;
			const cost = costOf(before);
			plans = plansFromCovering(core, demand, cover, searches, before, covering);
			if (costOf(plans) < cost) report(costOf(plans));
			else install(before);
		}
	}

	let steps = 0;
	const maxSteps = options.maxSteps ?? Infinity;
	/** A person missing, or one too many, for one interval. */
	const one = Math.max(demand.under, demand.over) || 1;
	const isOver = () => met || steps >= maxSteps || elapsed() >= seconds || stopped();
	/** Improves the plans for this share of the time, or of the steps, that are left. */
	const search = (share: number, hot: number, cold: number) => {
		const before = steps;
		const begun = elapsed();
		const allowed = share * (maxSteps < Infinity ? maxSteps - before : Math.max(1e-3, seconds - begun));
		const used = (done: number) => (maxSteps < Infinity ? done : elapsed() - begun) / allowed;
		improve(core, cover, searches, plans, {
			seed: (options.seed ?? 1) + before,
			scale,
			steps: { ...STEPS, hot: hot * one, cold: cold * one },
			shouldStop: (done) => {
				steps = before + done;
				return isOver() || used(done) >= 1;
			},
			progress: used,
			onBetter: report
		});
	};
	/** Seconds that programs of every day in whole people take; Infinity where they don't come to an end. */
	let daysSeconds = Infinity;
	const boundInWholePeople = async (prices: CoveringSolution) => {
		const begun = elapsed();
		const allowed = Math.min(MOST_WHOLE_SECONDS, WHOLE_SHARE * seconds);
		const spent = () => (stopped() ? 1 : (elapsed() - begun) / allowed);
		const whole = wholeHeadsBound(await highs(), core, demand, prices, spent);
		if (whole) raise(whole.bound);
		if (whole?.isComplete) daysSeconds = elapsed() - begun;
	};
	const replanDays = async () => {
		const engine = await highs();
		for (let day = 0; day < days && !isOver(); day++) {
			const before = plans;
			const cost = costOf(before);
			const next = replanDay(engine, core, demand, searches, before, day, isOver);
			if (!next) continue;
			install(next);
			if (costOf(next) < cost - 1e-9) report(costOf(next));
			else install(before);
		}
	};
	search(SETTLE_SHARE, ...SETTLE);
	// How far the programs in whole people get is a matter of the clock.
	const isSmall = options.maxSteps === undefined && agents.length * days <= MOST_WHOLE;
	if (covering && isSmall && !isOver()) await boundInWholePeople(covering);
	const forDays = (DAYS_FACTOR * daysSeconds) / Math.max(1e-3, seconds - elapsed());
	search(forDays <= MOST_FOR_DAYS ? 1 - forDays : 1, ...ANNEAL);
	if (forDays <= MOST_FOR_DAYS) {
		await replanDays();
		search(1, ...AFTER_DAYS);
	}
	const objective = costOf(plans);
	return { status: 'found', plans, objective, steps, bound };
}
