import type { AgentRules, Plan } from '../core/core-problem.ts';
import { choosePrices } from './choose-prices.ts';
import { guessWithSpans } from './guess-with-spans.ts';
import { exactItems, totalLimits, trackedItems } from './limited-totals.ts';
import { createOptionGroups } from './option-groups.ts';
import { createPlanExtension, TOO_MANY } from './plan-extension.ts';
import { countTotals, type PlanTotals } from './plan-totals.ts';
import { createRelaxedBound, type RelaxedRange, type TotalPrices, type TotalUse } from './relaxed-bound.ts';
import { createRuleGraph, type SharedGraphs } from './rule-graph.ts';
import { createSpanCounter } from './span-counter.ts';
import { createStock, type Stock, type StockItem } from './stock.ts';
import { createTrackedTotals } from './tracked-totals.ts';

/** Finds the cheapest plan of one agent, exactly (but for horizons beyond 112 days), under all of the agent's rules. */
export interface PlanSearch {
	/**
	 * Replaces plan[from..to) by the cheapest choice for the given cost of each (day, option), the other days of
	 * the plan staying as they are. Returns its cost over [from, to), or null when no choice costs less than
	 * `below` (the plan is then untouched). With below = Infinity, null means that the rules can't be kept.
	 */
	replan(plan: Plan, cost: Float64Array, from: number, to: number, below: number): number | null;
	/** Whether the plans found are the cheapest there are, so that bounds may rest on them. */
	isExact: boolean;
}

/** Up to so many days are searched without prices. */
const SHORT_DAYS = 2;

/** So many labels take as long as the bound of one state of a day. */
const LABELS_PER_CELL = 0.3;

/**
 * Horizons beyond so many days have more labels than fit into memory, and no bound is asked of them: of each day only so
 * many of the best are followed, and the answer is then good, not the best. Parts of them are searched a great many times,
 * where few are as good as more: what counts is how often.
 */
const LONG_DAYS = 112;
const MOST_A_DAY = 100;
const MOST_A_DAY_IN_PART = 12;
/** Where those followed come to nothing, more are tried, up to so many times as many. */
const MOST_WIDENED = 512;

/**
 * Dynamic programming over days with labels (state of the rule graph; minutes, shifts, weekends, days of a kind and
 * minutes of longer spans so far), pruned by a Lagrangian bound on the rest of the path. Totals that rarely bind are
 * left out of the labels at first and taken in once a plan breaks them: each search repeats until its plan keeps them
 * all, so the answer is exact.
 *
 * Worst case O(days × labels × options); a few thousand labels for a month of an ordinary contract.
 */
export function createPlanSearch(
	rules: AgentRules,
	kindMinutes: Int32Array,
	days: number,
	graphs?: SharedGraphs
): PlanSearch {
	const kinds = kindMinutes.length - 1;
	const width = kinds + 1;
	const graph = createRuleGraph(rules, kinds, days, graphs);
	const { states, nextOf, shortRun, runLength } = graph;
	const longestMinutes = Float64Array.from({ length: days }, (_, d) => {
		let longest = 0;
		for (let k = 1; k < width; k++)
			if (rules.allowed[d * width + k]) longest = Math.max(longest, kindMinutes[k]!);
		return longest;
	});
	const unit = kindMinutes.reduce((g, m) => gcd(g, m), 0) || 1;
	const windowOf = new Int32Array(days);
	rules.windows.forEach((w, i) => windowOf.fill(i, w.from, w.to));
	const bound = createRelaxedBound(rules, graph, days, graph.usable.length + 1);
	const single = rules.windows.length === 1 ? rules.windows[0]! : null;

	const cappedMinutes = rules.windows.some(
		(w) => w.minMinutes > 0 || longestMinutes.subarray(w.from, w.to).reduce((a, b) => a + b, 0) > w.maxMinutes
	);
	/** Totals kept in labels; those not kept are checked on the finished plan. */
	const tracked = createTrackedTotals(rules);
	const spans = createSpanCounter(rules.spans ?? [], longestMinutes);
	const remaining = new Float64Array(days + 1);
	const ends = new Float64Array(states);
	let groups = createOptionGroups(rules, graph, kindMinutes, days, []);
	const extension = createPlanExtension(rules, {
		...{ days, graph, bound, tracked, spans, unit, windowOf, remaining, cappedMinutes }
	});

	/** Labels of a day that are followed, and whether some were not. */
	const isLong = days > LONG_DAYS;
	let widened = 1;
	let isCut = false;

	/** Days of the following plan that decide whether it can be joined. */
	const joinDays = Math.min(days, graph.memoryDays);

	const mayRest = (state: number, day: number) => shortRun[state] === 0 || runLength[state] === day;
	/** Where every day has the same, as without rules that know the calendar. */
	const everyDay = nextOf.every((next) => next === nextOf[0]) ? nextOf[0]! : null;
	const walk = (plan: Plan, from: number, to: number, state: number): number => {
		let s = state;
		for (let d = from; d < to; d++) {
			if (plan[d] === 0 && !mayRest(s, d)) return -1;
			s = (everyDay ?? nextOf[d]!)[s * width + plan[d]!]!;
			if (s < 0) return -1;
		}
		return s;
	};

	/** By state: whether the plan from a day on keeps the rules; 0 until it is asked for, then 1 or −1. */
	const goesOn = new Int8Array(states);
	/** Fills `ends` for the plan from a day on: most states are the same after its first day, and are followed once. */
	const fillEnds = (plan: Plan, from: number, to: number): void => {
		if (from >= to) return void ends.fill(0);
		goesOn.fill(0);
		for (let s = 0; s < states; s++) {
			const next = walk(plan, from, from + 1, s);
			if (next >= 0 && goesOn[next] === 0) goesOn[next] = walk(plan, from + 1, to, next) >= 0 ? 1 : -1;
			ends[s] = next >= 0 && goesOn[next] === 1 ? 0 : Infinity;
		}
	};

	/** Prices found last for the whole horizon, where searches often follow alike ones. */
	const wholePrices: TotalPrices = { minute: 0, weekend: 0, ofKind: new Float64Array(width) };
	const partPrices: TotalPrices = { minute: 0, weekend: 0, ofKind: new Float64Array(width) };
	const use: TotalUse = { minutes: 0, weekends: 0, ofKind: new Int32Array(width) };
	/** How far above their bound the plans found of late were, for the whole horizon and for parts. */
	const usualGap = [0, 0];

	const run = (
		plan: Plan,
		cost: Float64Array,
		from: number,
		to: number,
		below: number,
		base: PlanTotals,
		out: Plan,
		countsSpans = true
	): number | null => {
		const first = walk(plan, 0, from, graph.start);
		const horizonEnd = Math.min(days, to + joinDays);
		fillEnds(plan, to, horizonEnd);
		groups.choose(cost, from, to);

		// Room for minutes over the days still free, to see early that a minimum can't be met.
		remaining[to] = 0;
		for (let d = to - 1; d >= from; d--)
			remaining[d] =
				longestMinutes[d]! + (d + 1 < to && windowOf[d + 1] === windowOf[d] ? remaining[d + 1]! : 0);

		const hasSpans = countsSpans && spans.begin(base.spanMinutes, from, to);
		const isPricedByWindow = single !== null && cappedMinutes;
		const minuteLimits = isPricedByWindow
			? { least: single.minMinutes - base.minutes[0]!, most: single.maxMinutes - base.minutes[0]! }
			: hasSpans
				? spans.limits()
				: null;
		const isOpenWeekend = to < days && plan[to]! > 0;
		const isWhole = from === 0 && to === days;
		const prices = isWhole ? wholePrices : partPrices;
		if (!isWhole || minuteLimits === null) prices.minute = 0;
		if (!isWhole) {
			prices.weekend = 0;
			prices.ofKind.fill(0);
		}
		const range: RelaxedRange = { groups, from, to, isOpenWeekend, prices, stock: stockOf([]) };
		const evaluate = () => {
			bound.fill(range, first, ends);
			const value = bound.value[range.stock.full * states + first]!;
			if (value < Infinity) bound.follow(range, first, use);
			return value;
		};
		const limits = totalLimits(rules, tracked, unit, minuteLimits, base);
		// So few days have few labels: prices would not make up for what it costs to find them.
		const isShort = !isWhole && to - from <= SHORT_DAYS;
		const usualADay = isWhole ? MOST_A_DAY : MOST_A_DAY_IN_PART;
		let lowest = isShort ? evaluate() : choosePrices(prices, limits, use, evaluate, below);
		if (!(lowest < below)) return null;
		if (!isShort) bound.fill(range, first, ends);

		// The best plan is mostly little above its bound: a low limit keeps the labels few, and is raised until a
		// plan is below it, which then is the best.
		const usual = isWhole ? 0 : 1;
		const exact = exactItems(trackedItems(rules, tracked, base, to - from));
		const cells = exact.reduce((product, { most }) => product * (most + 1), 1) * (to - from) * states;
		let mostLabels = exact.length > 0 ? LABELS_PER_CELL * cells : Infinity;
		let margin = Math.max(usualGap[usual]!, 1e-6 * (1 + Math.abs(lowest)));
		for (let tries = 0; ; tries++) {
			const limit = tries < 10 && !isLong && !isShort ? Math.min(below, lowest + margin) : below;
			const value = extension.cheapest({
				...{ range, first, limit, base, out, hasSpans, minuteLimits, mostLabels },
				mostADay: isLong ? usualADay * widened : Infinity
			});
			isCut ||= extension.wasCut();
			if (value === TOO_MANY) {
				// Small totals are counted by the bound then, which leaves less of a gap.
				mostLabels = Infinity;
				tries = -1;
				range.stock = stockOf(exact);
				range.prices = { ...prices, ofKind: prices.ofKind.slice() };
				for (const { kind } of exact)
					if (kind < 0) range.prices.weekend = 0;
					else range.prices.ofKind[kind] = 0;
				const others = limits.filter(({ kind }) => kind === 0 || !exact.some((item) => item.kind === kind));
				const before = lowest;
				lowest = Math.max(before, choosePrices(range.prices, others, use, evaluate, below));
				if (!(lowest < below)) return null;
				margin = Math.max(1e-6 * (1 + Math.abs(lowest)), Math.min(margin, 0.3 * (lowest - before)));
				bound.fill(range, first, ends);
				continue;
			}
			if (value !== null) {
				isCut = false;
				if (!isShort) usualGap[usual] = 0.5 * usualGap[usual]! + 0.75 * (value - lowest);
				return value;
			}
			if (limit === below) {
				// Of what was cut something may have kept the rules.
				if (!isCut || below < Infinity || widened >= MOST_WIDENED) return null;
				widened *= 8;
				isCut = false;
				continue;
			}
			margin = Math.max(margin * 2.5, 1e-3 * (1 + Math.abs(lowest)));
		}
	};

	const stocks = new Map<string, Stock>();
	const stockOf = (items: StockItem[]): Stock => {
		const key = `${tracked.kinds.join()} ${items.map(({ kind, most }) => `${kind}:${most}`).join()}`;
		let stock = stocks.get(key);
		if (!stock) {
			if (stocks.size > 50) stocks.clear();
			stocks.set(key, (stock = createStock(groups, items)));
		}
		return stock;
	};

	/** Takes into the labels every total that this plan breaks; false when it breaks none. */
	const trackBroken = (plan: Plan): boolean => {
		const totals = countTotals(rules, plan, kindMinutes, 0, 0);
		const isSpanNew = spans.trackBroken(totals.spanMinutes);
		const isTotalNew = tracked.trackBroken(totals);
		if (isTotalNew) groups = createOptionGroups(rules, graph, kindMinutes, days, tracked.kinds);
		return isTotalNew || isSpanNew;
	};

	const trial = new Int16Array(days);
	const pricedCost = new Float64Array(rules.spans ? days * width : 0);
	/** The best plan that pays so much for each minute, with spans left aside. */
	const searchAtPrice = (
		plan: Plan,
		cost: Float64Array,
		from: number,
		to: number,
		base: PlanTotals,
		price: number
	) => {
		for (let i = from * width; i < to * width; i++)
			pricedCost[i] = cost[i]! + price * kindMinutes[i % width]!;
		trial.set(plan);
		if (run(plan, pricedCost, from, to, Infinity, base, trial, false) === null) return null;
		let own = 0;
		for (let d = from; d < to; d++) own += cost[d * width + trial[d]!]!;
		const totals = countTotals(rules, trial, kindMinutes, 0, 0);
		const excess = spans.excess(totals.spanMinutes);
		return { cost: excess === 0 && tracked.isBroken(totals) ? Infinity : own, excess };
	};
	return {
		isExact: !isLong,
		replan(plan, cost, from, to, below) {
			const base = countTotals(rules, plan, kindMinutes, from, to);
			for (;;) {
				// Without a cost to stay below, spans leave a great many labels: some plan's cost will do.
				let limit = below;
				if (below === Infinity && spans.isCounting()) {
					const guess = guessWithSpans((price) => searchAtPrice(plan, cost, from, to, base, price));
					limit = guess + 1e-6 * (1 + Math.abs(guess));
				}
				trial.set(plan);
				const value = run(plan, cost, from, to, limit, base, trial);
				if (value === null) return null;
				if (trackBroken(trial)) continue;
				plan.set(trial);
				return value;
			}
		}
	};
}

function gcd(a: number, b: number): number {
	return b === 0 ? a : gcd(b, a % b);
}
