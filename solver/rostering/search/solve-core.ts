import type { AgentRules, CoreProblem, Plan } from '../core/core-problem.ts';
import type { CoverModel } from '../core/cover-model.ts';
import { firstPlans } from './first-plans.ts';
import { improve } from './improve.ts';
import { createPlanSearch } from './plan-search.ts';

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

/**
 * First plans for all agents, each the best against those before it, then improvement until time, steps or the
 * caller end it, or the bound is met.
 */
export function solveCore(
	core: CoreProblem,
	cover: CoverModel,
	bound: number | null,
	startedAt: number,
	options: SolveOptions,
	scale = 1
): CoreOutcome {
	const { days, agents, kindMinutes } = core;
	const { now } = options;
	const elapsed = () => (now() - startedAt) / 1000;
	const searches = agents.map((a) => createPlanSearch(a, kindMinutes, days));
	const first = firstPlans(
		core,
		cover,
		searches,
		() => options.shouldStop?.() === true || elapsed() > options.seconds * 2 + 5
	);
	if (first.status !== 'found') return first;
	const { plans } = first;

	let steps = 0;
	let met = false;
	const maxSteps = options.maxSteps ?? Infinity;
	const report = (objective: number) => {
		met = bound !== null && objective <= bound + 1e-6;
		options.onProgress?.({ seconds: elapsed(), objective, bound, gap: gapOf(objective, bound) });
	};
	const objective = improve(core, cover, searches, plans, {
		seed: options.seed ?? 1,
		scale,
		shouldStop: (done) => {
			steps = done;
			return met || done >= maxSteps || elapsed() >= options.seconds || options.shouldStop?.() === true;
		},
		progress: (done) => (maxSteps < Infinity ? done / maxSteps : elapsed() / Math.max(1e-3, options.seconds)),
		onBetter: report
	});
	return { status: 'found', plans, objective, steps };
}

/** Relative gap; 0 when both are 0, null without a bound. */
export function gapOf(objective: number, bound: number | null): number | null {
	if (bound === null) return null;
	return objective - bound <= 1e-9 ? 0 : (objective - bound) / Math.max(1e-9, Math.abs(objective));
}
