import { planCharge, type CoreProblem, type Plan } from '../core/core-problem.ts';
import type { CoverModel } from '../core/cover-model.ts';
import { createRandom } from '../../numeric/random.ts';
import type { PlanSearch } from './plan-search.ts';
import { drawWeekendMove, worksOn, type WeekendMove } from './weekend-move.ts';

/** More than any cost of a day. */
const PULL = 1e9;

export interface ImproveOptions {
	seed: number;
	/** A cost that matters little beside the whole, about what one wish weighs; sets the heat. Default 1. */
	scale?: number;
	/** Which agents and days a step takes out, and how hot it is; left out, as it suits demand by day and kind. */
	steps?: StepShape;
	/** Whether every other step moves one person's weekend to where it may serve better. Default false. */
	movesWeekends?: boolean;
	/** Called before every step with the number of steps done; true ends the search. */
	shouldStop(steps: number): boolean;
	/** Share of the allotted time or steps used, 0–1: cools the acceptance. */
	progress(steps: number): number;
	onBetter(objective: number): void;
}

export interface StepShape {
	/** One to so many agents. */
	agents: number;
	/** One to so many days … */
	days: number;
	/** … but this share of the steps takes the whole horizon, or weeks of a long one. */
	wholeShare: number;
	/** Temperatures at the start and at the end, between which it falls by equal factors. */
	hot: number;
	cold: number;
}

/**
 * Large-neighbourhood search: takes the plans of a few agents over a stretch of days out and re-plans each
 * exactly against the rest, in random order and with costs slightly shaken, accepting by simulated annealing.
 * Returns the best objective found and leaves its plans in `plans`; the cover model must hold `plans` and does
 * so again on return.
 *
 * Cost of a step: a few exact searches (`createPlanSearch`), well under a millisecond each on a month of one
 * contract.
 */
export function improve(
	core: CoreProblem,
	cover: CoverModel,
	searches: PlanSearch[],
	plans: Plan[],
	options: ImproveOptions
): number {
	const { days, kinds, agents } = core;
	const width = kinds + 1;
	const { steps: shape, scale = 1 } = options;
	const random = createRandom(options.seed);
	const price = new Float64Array(days * width);
	const shaken = new Float64Array(days * width);
	const ownCost = (a: number, plan: Plan, from = 0, to = days) => {
		let sum = planCharge(agents[a]!, plan);
		for (let d = from; d < to; d++) sum += agents[a]!.cost[d * width + plan[d]!]!;
		return sum;
	};
	let own = plans.reduce((sum, plan, a) => sum + ownCost(a, plan), 0);
	let current = cover.total() + own;
	let best = current;
	const bestPlans = plans.map((p) => p.slice());
	const kept = plans.map((p) => p.slice());

	/** Price of each option including the agent's own cost; the agent must be out of the cover. */
	const priceOf = (a: number, from: number, to: number) => {
		cover.price(a, from, to, price);
		const choice = agents[a]!.cost;
		for (let i = from * width; i < to * width; i++) price[i]! += choice[i]!;
	};
	/** Plans an agent who is out of the cover anew, with costs shaken. @param free Saturday of a weekend to be off; −1: none */
	const replan = (a: number, from: number, to: number, noise: number, free = -1): void => {
		priceOf(a, from, to);
		shaken.set(price);
		if (noise > 0) for (let i = from * width; i < to * width; i++) shaken[i]! += noise * random.uniform();
		for (let d = free; free >= 0 && d < Math.min(days, free + 2); d++)
			for (let k = 1; k <= kinds; k++) shaken[d * width + k]! += PULL;
		const { standing } = agents[a]!;
		// Against a published roster costs leap: now and then it is taken wherever it can be, or shunned, or the
		// noise is far above the rest.
		if (standing && random.uniform() < 0.6) {
			const turn = random.below(3);
			const bias = turn === 0 ? -PULL : turn === 1 ? standing.charge : 0;
			for (let d = from; d < to; d++) shaken[d * width + standing.plan[d]!]! += bias;
			const loud = turn === 2 ? 100 * scale : 0;
			for (let i = from * width; loud > 0 && i < to * width; i++) shaken[i]! += loud * random.uniform();
		}
		let oldCost = planCharge(agents[a]!, plans[a]!);
		for (let d = from; d < to; d++) oldCost += shaken[d * width + plans[a]![d]!]!;
		searches[a]!.replan(plans[a]!, shaken, from, to, oldCost);
		cover.add(a, plans[a]!, from, to);
	};
	/** Draws a move of one of the agent's weekends, judged against everyone else as they are. */
	const moveOf = (a: number): WeekendMove | null => {
		cover.remove(a, plans[a]!, 0, days);
		priceOf(a, 0, days);
		cover.add(a, plans[a]!, 0, days);
		return drawWeekendMove(agents[a]!, plans[a]!, price, random);
	};
	const chosen: number[] = [];
	for (let step = 0; !options.shouldStop(step); step++) {
		const heat = 1 - Math.min(1, options.progress(step));
		const temperature = shape
			? shape.cold * (shape.hot / shape.cold) ** heat
			: scale * (6 * heat * heat + 0.02);
		const loudest = shape ? 1.3 * temperature : 8 * scale * heat;
		const noise =
			random.uniform() < 0.2 ? 0 : loudest * random.uniform() + (shape ? 0.05 * temperature : 0.3 * scale);
		const size = Math.min(agents.length, 1 + random.below(shape?.agents ?? 4));
		chosen.length = 0;
		while (chosen.length < size) {
			const a = random.below(agents.length);
			if (!chosen.includes(a)) chosen.push(a);
		}
		let from = 0;
		let to = days;
		if (shape && random.uniform() >= shape.wholeShare) {
			const length = Math.min(days, 1 + random.below(shape.days));
			from = random.below(days - length + 1);
			to = from + length;
		} else if (days > 14 && (days > 60 || random.uniform() < 0.6)) {
			const length = Math.min(days, 7 + random.below(21));
			from = random.below(days - length + 1);
			to = from + length;
		} else if (!shape && days > 2 && days <= 14 && random.uniform() < 0.8) {
			// A whole week of many shifts is dear to search; a few of its days are often enough.
			const length = 1 + random.below(3);
			from = random.below(days - length + 1);
			to = from + length;
		}

		let ownAfter = own;
		const mover = options.movesWeekends && random.uniform() < 0.5 ? random.below(agents.length) : -1;
		const move = mover >= 0 ? moveOf(mover) : null;
		if (move) {
			chosen.splice(0, chosen.length, mover);
			[from, to] = [0, days];
			const plan = plans[mover]!;
			kept[mover]!.set(plan);
			ownAfter -= ownCost(mover, plan);
			for (const [i, [first, last]] of move.around.entries()) {
				if (i > 0 && worksOn(plan, move.given)) break;
				cover.remove(mover, plan, first, last);
				replan(mover, first, last, noise, i === 0 ? move.given : -1);
			}
			ownAfter += ownCost(mover, plan);
		} else {
			for (const a of chosen) {
				kept[a]!.set(plans[a]!);
				cover.remove(a, plans[a]!, from, to);
				ownAfter -= ownCost(a, plans[a]!, from, to);
			}
			for (let i = chosen.length - 1; i > 0; i--) {
				const j = random.below(i + 1);
				[chosen[i], chosen[j]] = [chosen[j]!, chosen[i]!];
			}
			for (const a of chosen) {
				replan(a, from, to, noise);
				ownAfter += ownCost(a, plans[a]!, from, to);
			}
		}
		const delta = cover.total() + ownAfter - current;
		if (delta <= 1e-9 || random.uniform() < Math.exp(-delta / temperature)) {
			current += delta;
			own = ownAfter;
			if (current < best - 1e-9) {
				best = current;
				plans.forEach((p, a) => bestPlans[a]!.set(p));
				options.onBetter(best);
			}
		} else {
			for (const a of chosen) {
				cover.remove(a, plans[a]!, from, to);
				plans[a]!.set(kept[a]!);
				cover.add(a, plans[a]!, from, to);
			}
			// An agent with several skills may come back in other lanes than before.
			current = cover.total() + own;
		}
	}
	plans.forEach((p, a) => {
		cover.remove(a, p, 0, days);
		p.set(bestPlans[a]!);
		cover.add(a, p, 0, days);
	});
	return best;
}
