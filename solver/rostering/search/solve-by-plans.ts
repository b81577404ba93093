import { createRandom } from '../../numeric/random.ts';
import { solveCompact } from '../bound/compact-model.ts';
import { highs } from '../bound/linear-model.ts';
import type { CoreProblem, Plan } from '../core/core-problem.ts';
import { createShiftCover, type ShiftDemand } from '../core/shift-cover.ts';
import { createColumnGeneration } from './column-generation.ts';
import { dive } from './dive.ts';
import { firstPlans } from './first-plans.ts';
import { improve } from './improve.ts';
import { createPlanPool } from './plan-pool.ts';
import { createPlanSearch } from './plan-search.ts';
import { reoptimise } from './reoptimise.ts';
import { gapOf } from '../gap-of.ts';
import type { CoreOutcome, SolveOptions } from './solve-core.ts';

/** Up to this many binaries the plain model is tried for a proof that the master's linear relaxation can't give. */
const SMALL_BINARIES = 500;

/** Beyond some sixteen weeks whole plans are too long to price often. */
const MAX_WHOLE_DAYS = 112;
/** Of longer ones this share of the time goes to neighbourhood search, so many times as hot as others. */
const LONG_SHARE = 0.8;
const LONG_SCALE = 3;

/** Most dives from the whole relaxation. */
const MAX_DIVES = 6;

/** Up to this many days, a part is some agents over all of them. */
const MIN_SPLIT_DAYS = 35;

/**
 * Solves a problem with demand by day and kind. In turn: a neighbourhood search, short unless the horizon is long; column
 * generation over whole plans for the bound, and a dive from its solution; then, until time or the bound end it, parts of
 * the roster are planned anew by the same means (`reoptimise`), and now and then by neighbourhood search.
 */
export async function solveByPlans(
	core: CoreProblem,
	demand: ShiftDemand,
	startedAt: number,
	options: SolveOptions
): Promise<CoreOutcome & { bound: number | null }> {
	const { days, kinds, agents, kindMinutes } = core;
	const { now, seconds } = options;
	const elapsed = () => (now() - startedAt) / 1000;
	const seed = options.seed ?? 1;
	const random = createRandom(seed);
	const cover = createShiftCover(kinds, demand);
	const searches = agents.map((a) => createPlanSearch(a, kindMinutes, days));
	const first = firstPlans(core, cover, searches, () => options.shouldStop?.() === true);
	if (first.status !== 'found') return { ...first, bound: null };

	/** Whole weights make every objective whole, so that a bound may be rounded up. */
	const whole = [demand.under, demand.over, demand.required, ...agents.map((a) => a.cost)].every((list) =>
		list.every(Number.isInteger)
	);
	let bound: number | null = null;
	let best = Infinity;
	const plans = first.plans;
	let incumbent: Plan[] = plans.map((p) => p.slice());
	let steps = 0;
	const stop = () =>
		(bound !== null && best <= bound + 1e-6) || elapsed() >= seconds || options.shouldStop?.() === true;
	const report = () =>
		options.onProgress?.({ seconds: elapsed(), objective: best, bound, gap: gapOf(best, bound) });
	const raise = (value: number) => {
		const proved = whole ? Math.ceil(value - 1e-4) : value;
		if (bound !== null && proved <= bound) return;
		bound = Math.min(proved, best);
		report();
	};
	const isLong = days > MAX_WHOLE_DAYS;
	const install = (next: Plan[]) =>
		plans.forEach((p, a) => {
			cover.remove(a, p, 0, days);
			p.set(next[a]!);
			cover.add(a, p, 0, days);
		});
	/** Neighbourhood search from the installed plans for a while; keeps what is better. */
	const polish = (share: number, hot: number) => {
		const from = elapsed();
		const until = options.maxSteps === undefined ? Math.min(seconds, from + share) : Infinity;
		let done = 0;
		const over = () => stop() || elapsed() >= until || steps + done >= (options.maxSteps ?? Infinity);
		const found = improve(core, cover, searches, plans, {
			seed: seed + steps,
			movesWeekends: isLong,
			scale: isLong ? LONG_SCALE : 1,
			shouldStop: (n) => {
				done = n;
				return over();
			},
			progress: () =>
				1 -
				hot *
					(1 -
						(options.maxSteps === undefined
							? (elapsed() - from) / Math.max(1e-3, until - from)
							: done / options.maxSteps)),
			onBetter: (objective) => {
				if (objective >= best - 1e-9) return;
				best = objective;
				report();
			}
		});
		steps += done;
		if (found <= best + 1e-9) {
			best = found;
			incumbent = plans.map((p) => p.slice());
		}
		return found;
	};
	const outcome = () => ({ status: 'found' as const, plans: incumbent, objective: best, steps, bound });

	/** Cost of the installed plans. */
	const costNow = () =>
		plans.reduce(
			(sum, plan, a) => plan.reduce((s, k, d) => s + agents[a]!.cost[d * (kinds + 1) + k]!, sum),
			cover.total()
		);
	best = costNow();
	report();
	const size = agents.length * days;
	// Over a long horizon the year's weekends have to find their places, which no stretch shows; that is left for the end.
	polish(isLong ? seconds * LONG_SHARE : Math.min(seconds * 0.15, 1 + size / 400), 1);
	if (options.maxSteps !== undefined || stop()) return outcome();

	const engine = await highs();
	const step = whole ? 1 : 1e-4 * Math.max(1, Math.abs(best));
	const pool = createPlanPool();
	/** Of every agent the pooled plans that may be of use, those made last first. */
	const knownOf = (chosen: number[], most: number) => {
		const known: { agent: number; plan: Plan }[] = [];
		const left = new Map(chosen.map((a) => [a, most]));
		for (let c = pool.plans.length - 1; c >= 0; c--) {
			const agent = pool.agents[c]!;
			const n = left.get(agent) ?? 0;
			if (n === 0) continue;
			left.set(agent, n - 1);
			known.push({ agent, plan: pool.plans[c]! });
		}
		return known;
	};
	const accept = (next: Plan[]) => {
		install(next);
		incumbent = next.map((p) => p.slice());
		best = costNow();
		incumbent.forEach((p, a) => pool.add(a, p));
		report();
	};

	if (!isLong) {
		const master = createColumnGeneration(engine, core, demand, searches, incumbent);
		try {
			const rootEnd = elapsed() + (seconds - elapsed()) * 0.5;
			const isLate = () => stop() || elapsed() > rootEnd;
			let solved = false;
			while (!solved && !isLate()) {
				const round = master.round(isLate);
				if (round.bound > -Infinity) raise(round.bound);
				solved = round.added === 0 && !isLate();
			}
			if (solved && agents.length * days * kinds <= SMALL_BINARIES && !stop()) {
				const limit = (seconds - elapsed()) * 0.6;
				const plain = solveCompact(engine, core, demand, { seconds: limit, seed, shouldStop: stop });
				if (plain.plans && plain.objective! < best - 1e-6) accept(plain.plans);
				raise(plain.bound);
			}
			// One dive may end far above the bound by chance, where parts are slow to get away from.
			const isFar = () => bound === null || best - bound > 0.02 * Math.abs(best);
			const calmEnd = elapsed() + (seconds - elapsed()) * 0.4;
			const rounds = { least: 4, most: () => (elapsed() < calmEnd ? 40 : 4), isCalm: true };
			for (let i = 0; i < MAX_DIVES && solved && !stop() && (i === 0 || isFar()); i++) {
				if (i > 0 && elapsed() > seconds * 0.5) break;
				const rounded = dive(master, random, rounds, stop);
				if (rounded) {
					install(rounded);
					polish(Math.min(2, seconds * 0.02), 0.1);
				}
			}
			master.pool.plans.forEach((plan, c) => {
				const agent = master.pool.agents[c]!;
				if (master.boundWith(agent, plan) < best) pool.add(agent, plan);
			});
		} finally {
			master.dispose();
		}
	}

	// Neighbourhoods: some agents over all days, or all or many agents over some days.
	const aimed = Math.max(1, Math.min(20, seconds * 0.02));
	let few = Math.min(agents.length, 6);
	let length = Math.min(days, isLong ? 21 : 10);
	/** Where the next stretch of a long horizon begins: each overlaps the one before by half. */
	let next = 0;
	let polished = elapsed();
	const spent = { days: 0, agents: 0 };
	const scaled = (n: number, factor: number) => (factor < 1 ? Math.floor(n * factor) : Math.ceil(n * factor));
	while (!stop()) {
		// Where both serve, they get the same time.
		const byDays = isLong || (days > MIN_SPLIT_DAYS && spent.days <= spent.agents);
		const count = byDays ? agents.length : few;
		const order = agents.map((_, a) => a);
		for (let i = order.length - 1; i > 0; i--) {
			const j = random.below(i + 1);
			[order[i], order[j]] = [order[j]!, order[i]!];
		}
		const chosen = order.slice(0, count);
		const begin = () => (isLong ? next : random.below(days) - (length >> 1));
		const from = byDays ? Math.max(0, Math.min(days - length, begin())) : 0;
		const to = byDays ? from + length : days;
		next = to === days ? 0 : from + (length >> 1);
		const began = elapsed();
		const isOver = () => stop() || elapsed() - began > 4 * aimed;
		const {
			plans: better,
			isComplete,
			made
		} = reoptimise(
			engine,
			core,
			demand,
			searches,
			incumbent,
			step,
			{ agents: chosen, from, to, isCalm: isLong },
			byDays ? [] : knownOf(chosen, 40),
			random,
			{ seconds: aimed, elapsed, shouldStop: isOver }
		);
		const took = elapsed() - began;
		if (better) accept(better);
		else for (const { agent, plan } of made) pool.add(agent, plan);
		spent[byDays ? 'days' : 'agents'] += took;
		const factor =
			!isComplete || took > 2 * aimed ? 0.8 : better || took > aimed ? 1 : took < aimed / 4 ? 1.2 : 1.05;
		if (byDays) length = Math.min(days, Math.max(3, scaled(length, factor)));
		else few = Math.min(agents.length, Math.max(3, scaled(few, factor)));
		// Long horizons have totals that windows can't move; neighbourhood search does.
		if (elapsed() - polished > 15 * aimed) {
			install(incumbent);
			polish(isLong ? 4 * aimed : aimed, 0.1);
			polished = elapsed();
		}
	}
	return outcome();
}
