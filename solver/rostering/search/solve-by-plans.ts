import { createRandom } from '../../numeric/random.ts';
import { solveCompact } from '../bound/compact-model.ts';
import { highs } from '../bound/linear-model.ts';
import type { CoreProblem, Plan } from '../core/core-problem.ts';
import { createShiftCover, type ShiftDemand } from '../core/shift-cover.ts';
import { createColumnGeneration } from './column-generation.ts';
import { combinePlans } from './combine-plans.ts';
import { dive } from './dive.ts';
import { diveByDays } from './dive-by-days.ts';
import { firstPlans } from './first-plans.ts';
import { improve } from './improve.ts';
import { createPlanSearch } from './plan-search.ts';
import { gapOf } from '../gap-of.ts';
import type { CoreOutcome, SolveOptions } from './solve-core.ts';

/** Up to this many binaries the plain model is tried for a proof that the master's linear relaxation can't give. */
const SMALL_BINARIES = 500;

/** Beyond this size neighbourhood search comes first. */
const LARGE_AGENT_DAYS = 700;

/**
 * Solves a problem with demand by day and kind. In turn: neighbourhood search for a first good roster; column
 * generation for the bound and for plans; then, until time or gap end it, dives from the linear solution with
 * all or some agents free, each polished by neighbourhood search, and exact combination of the plans found.
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

	best = plans.reduce(
		(sum, plan, a) => plan.reduce((s, k, d) => s + agents[a]!.cost[d * (kinds + 1) + k]!, sum),
		cover.total()
	);
	report();
	// Column generation pays once it ends in time: not on large problems in a short time, nor beyond some twelve
	// weeks, where a whole plan is too long to price often.
	const size = agents.length * days;
	if (days > 100 || (size > LARGE_AGENT_DAYS && seconds * 10 < size)) {
		polish(seconds, 1);
		while (options.maxSteps === undefined && !stop()) polish(seconds, 0.5);
		return outcome();
	}
	// The larger the problem, the longer neighbourhood search is worth more than the linear relaxation.
	polish(
		size > LARGE_AGENT_DAYS ? Math.min(120, seconds * 0.4) : Math.max(1, Math.min(15, seconds * 0.1)),
		1
	);
	if (options.maxSteps !== undefined || stop()) return outcome();

	const engine = await highs();
	const master = createColumnGeneration(engine, core, demand, searches, incumbent);
	try {
		const rootEnd = elapsed() + (seconds - elapsed()) * 0.6;
		let solved = false;
		for (;;) {
			const round = master.round(() => stop() || elapsed() > rootEnd);
			if (round.bound > -Infinity) raise(round.bound);
			solved = round.added === 0 && round.bound > -Infinity;
			if (round.added === 0 || stop() || elapsed() > rootEnd) break;
		}
		// A dive from an unsolved relaxation leads nowhere good in the time left.
		while (!solved && !stop()) polish(seconds, 0.5);
		const remember = (list: Plan[]) => list.forEach((p, a) => master.add(a, p));
		if (!stop() && agents.length * days * kinds <= SMALL_BINARIES) {
			const limit = (seconds - elapsed()) * 0.6;
			const plain = solveCompact(engine, core, demand, { seconds: limit, seed, shouldStop: stop });
			if (plain.plans && plain.objective! < best - 1e-6) {
				best = plain.objective!;
				incumbent = plain.plans;
				report();
			}
			raise(plain.bound);
		}
		let free = agents.length;
		for (let turn = 0; !stop(); turn++) {
			if (turn % 3 === 2) {
				// Only plans that a better roster may contain.
				const below = whole ? best - 1 : best;
				const bounds = master.boundsWith();
				const candidates = master.pool.plans.flatMap((_, c) =>
					bounds && bounds[c]! > below + 1e-6 ? [] : [c]
				);
				// Large gaps leave too many candidates for a proof; a short try may still find something.
				const close = bound !== null && best - bound <= 0.02 * Math.abs(best);
				const limit = Math.min(close ? 20 : 3, Math.max(1, (seconds - elapsed()) * 0.25));
				const better = combinePlans(engine, core, demand, master.pool, candidates, incumbent, best, {
					seconds: limit,
					shouldStop: stop
				});
				if (better) {
					install(better);
					polish(0.5, 0.1);
				}
				continue;
			}
			if (free < agents.length) {
				const order = agents.map((_, a) => a);
				for (let i = order.length - 1; i > 0; i--) {
					const j = random.below(i + 1);
					[order[i], order[j]] = [order[j]!, order[i]!];
				}
				for (const a of order.slice(free)) master.hold(a, master.pool.find(a, incumbent[a]!));
			}
			const rounded =
				turn % 3 === 0
					? diveByDays(master, random, days, kinds + 1, 3, stop)
					: dive(master, random, turn < 6 ? 4 : 8, stop);
			agents.forEach((_, a) => master.hold(a, -1));
			if (!rounded) continue;
			install(rounded);
			const before = best;
			polish(Math.max(0.5, Math.min(4, seconds * 0.03)), 0.15);
			remember(plans);
			remember(incumbent);
			// Without success, the next turns free only some agents, or all again.
			const some = Math.max(3, Math.round(agents.length * (0.3 + 0.5 * random.uniform())));
			if (best >= before - 1e-9)
				free = free === agents.length ? Math.min(agents.length, some) : agents.length;
		}
	} finally {
		master.dispose();
	}
	return outcome();
}
