import type { AgentRules, Plan } from '../core/core-problem.ts';
import { choosePrices, type TotalLimit } from './choose-prices.ts';
import { guessWithSpans } from './guess-with-spans.ts';
import { createLabelStore } from './label-store.ts';
import { createOptionGroups } from './option-groups.ts';
import { countTotals, type PlanTotals } from './plan-totals.ts';
import { createRelaxedBound, type RelaxedRange, type TotalPrices, type TotalUse } from './relaxed-bound.ts';
import { createRuleGraph, type SharedGraphs } from './rule-graph.ts';
import { createSpanCounter } from './span-counter.ts';
import { createStock, type Stock, type StockItem } from './stock.ts';
import { createTrackedTotals } from './tracked-totals.ts';

/** Finds the cheapest plan of one agent, exactly, under all of the agent's rules. */
export interface PlanSearch {
	/**
	 * Replaces plan[from..to) by the cheapest choice for the given cost of each (day, option), the other days of
	 * the plan staying as they are. Returns its cost over [from, to), or null when no choice costs less than
	 * `below` (the plan is then untouched). With below = Infinity, null means that the rules can't be kept.
	 */
	replan(plan: Plan, cost: Float64Array, from: number, to: number, below: number): number | null;
}

/** Most combinations of what is left of totals that the bound counts. */
const MAX_STOCK = 120;

/** So many labels take as long as the bound of one state of a day. */
const LABELS_PER_CELL = 0.3;

/**
 * Horizons beyond so many days have more labels than fit into memory, and no bound is asked of them: of each day only so
 * many of the best are followed, and the answer is then good, not the best.
 */
const LONG_DAYS = 112;
const MOST_A_DAY = 1_000;

/** Told instead of a cost. */
const TOO_MANY = -Infinity;

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
	const labels = createLabelStore();
	const starts = new Int32Array(days + 2);
	const single = rules.windows.length === 1 ? rules.windows[0]! : null;

	const cappedMinutes = rules.windows.some(
		(w) => w.minMinutes > 0 || longestMinutes.subarray(w.from, w.to).reduce((a, b) => a + b, 0) > w.maxMinutes
	);
	/** Totals kept in labels; those not kept are checked on the finished plan. */
	const tracked = createTrackedTotals(rules);
	const spans = createSpanCounter(rules.spans ?? [], longestMinutes);
	const minuteLevels =
		Math.max(...rules.windows.map((w) => Math.min(w.maxMinutes, (w.to - w.from) * 1440))) / unit + 2;
	const dimMinutes = Math.floor(minuteLevels);
	const dimShifts = Math.max(...rules.windows.map((w) => w.to - w.from)) + 1;
	const remaining = new Float64Array(days + 1);
	const ends = new Float64Array(states);
	let groups = createOptionGroups(rules, graph, kindMinutes, days, []);
	/** Minutes of each group in units. */
	let groupUnits = groups.minutes.map((m) => m / unit);

	/** Labels of a day that are followed, and whether some were not. */
	const isLong = days > LONG_DAYS;
	let mostADay = isLong ? MOST_A_DAY : Infinity;
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
		for (let s = 0; s < states; s++) ends[s] = walk(plan, to, horizonEnd, s) >= 0 ? 0 : Infinity;
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
			bound.fill(range, ends);
			const value = bound.value[range.stock.full * states + first]!;
			if (value < Infinity) bound.follow(range, first, use);
			return value;
		};
		const limits = totalLimits(minuteLimits, base);
		let lowest = choosePrices(prices, limits, use, evaluate, below);
		if (!(lowest < below)) return null;
		bound.fill(range, ends);

		// The best plan is mostly little above its bound: a low limit keeps the labels few, and is raised until a
		// plan is below it, which then is the best.
		const usual = isWhole ? 0 : 1;
		const exact = exactItems(base, to - from);
		const cells = exact.reduce((product, { most }) => product * (most + 1), 1) * (to - from) * states;
		let mostLabels = exact.length > 0 ? LABELS_PER_CELL * cells : Infinity;
		let margin = Math.max(usualGap[usual]!, 1e-6 * (1 + Math.abs(lowest)));
		for (let tries = 0; ; tries++) {
			const limit = tries < 10 && !isLong ? Math.min(below, lowest + margin) : below;
			const value = extend(plan, range, first, limit, base, out, hasSpans, minuteLimits, mostLabels);
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
				bound.fill(range, ends);
				continue;
			}
			if (value !== null) {
				isCut = false;
				usualGap[usual] = 0.5 * usualGap[usual]! + 0.75 * (value - lowest);
				return value;
			}
			if (limit === below) {
				// Of what was cut something may have kept the rules.
				if (!isCut || below < Infinity || mostADay > MOST_A_DAY * 64) return null;
				mostADay *= 8;
				isCut = false;
				continue;
			}
			margin = Math.max(margin * 2.5, 1e-3 * (1 + Math.abs(lowest)));
		}
	};

	/** Totals with a limit that labels keep. */
	const totalLimits = (minutes: { least: number; most: number } | null, base: PlanTotals): TotalLimit[] => {
		const limits: TotalLimit[] = [];
		if (minutes)
			limits.push({
				...minutes,
				kind: 0,
				firstPrice: 4 / unit,
				priceOf: (p) => p.minute,
				setPrice: (p, price) => (p.minute = price),
				useOf: (u) => u.minutes
			});
		if (tracked.weekends)
			limits.push({
				kind: -1,
				least: -Infinity,
				most: rules.maxWeekends - base.weekends,
				firstPrice: 4,
				priceOf: (p) => p.weekend,
				setPrice: (p, price) => (p.weekend = price),
				useOf: (u) => u.weekends
			});
		for (const k of tracked.kinds)
			limits.push({
				kind: k,
				least: -Infinity,
				most: rules.maxOfKind[k]! - base.ofKind[k]!,
				firstPrice: 4,
				priceOf: (p) => p.ofKind[k]!,
				setPrice: (p, price) => (p.ofKind[k] = price),
				useOf: (u) => u.ofKind[k]!
			});
		return limits;
	};

	/** Totals but minutes that labels keep, and how much of each may be used. */
	const trackedItems = (base: PlanTotals, length: number): StockItem[] => {
		const items = tracked.kinds.map((kind) => ({
			kind,
			most: Math.min(rules.maxOfKind[kind]! - base.ofKind[kind]!, length)
		}));
		if (tracked.weekends)
			items.push({
				kind: -1,
				most: Math.min(rules.maxWeekends - base.weekends, Math.ceil(length / 7) + 1)
			});
		return items;
	};

	/** Those of them with the least left, as far as all together stay few. */
	const exactItems = (base: PlanTotals, length: number): StockItem[] => {
		const items: StockItem[] = [];
		let size = 1;
		for (const item of trackedItems(base, length).sort((a, b) => a.most - b.most || a.kind - b.kind)) {
			if (size * (item.most + 1) > MAX_STOCK) break;
			size *= item.most + 1;
			items.push(item);
		}
		return items;
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

	/** The cheapest plan below the limit, by labels, for the range that the bound is filled for. */
	const extend = (
		plan: Plan,
		{ from, to, prices, stock, isOpenWeekend }: RelaxedRange,
		first: number,
		limit: number,
		base: PlanTotals,
		out: Plan,
		hasSpans: boolean,
		minuteLimits: { least: number; most: number } | null,
		mostLabels: number
	): number | null => {
		const { count: groupCount, minutes: groupMinutes, counted } = groups;
		const { size, after: stockAfter } = stock;
		const { value } = bound;
		labels.clear();
		// key = state + states × (stock + its size × (minutes + dimMinutes × (shifts + dimShifts × (other kinds, then spans))))
		const trackMinutes = cappedMinutes;
		const minuteStep = states * size;
		const shiftStep = minuteStep * (trackMinutes ? dimMinutes : 1);
		const kindStep = shiftStep * (tracked.shifts ? dimShifts : 1);
		let step = kindStep;
		/** Totals that are not in stock, used so far. */
		const counters = trackedItems(base, to - from)
			.filter(({ kind }) => !stock.items.some((item) => item.kind === kind))
			.map(({ kind, most }) => {
				const counter = { kind, most, step, price: kind < 0 ? prices.weekend : prices.ofKind[kind]! };
				step *= most + 1;
				return counter;
			});
		const spanStep = step;
		const w0 = windowOf[from]!;
		const firstMinutes = trackMinutes ? base.minutes[w0]! / unit : 0;
		const firstShifts = tracked.shifts ? base.shifts[w0]! : 0;
		const root = labels.offer(
			first + stock.full * states + firstMinutes * minuteStep + firstShifts * shiftStep,
			0,
			-1,
			0
		);
		labels.state[root] = first;
		labels.stock[root] = stock.full;
		labels.minutes[root] = firstMinutes;
		labels.shifts[root] = firstShifts;
		labels.upper[root] = 0;
		labels.beaten[root] = 0;
		starts[0] = 0;
		starts[1] = 1;

		// What a path may cost with prices: the limit, and what the rest of each priced total is worth.
		const minutePrice = minuteLimits ? prices.minute : 0;
		const minuteRoom = minuteLimits ? (minutePrice > 0 ? minuteLimits.most : minuteLimits.least) : 0;
		const minuteWorth = minutePrice === 0 ? 0 : minutePrice * minuteRoom;
		const isByWindow = single !== null && cappedMinutes;
		const worth = counters.reduce((sum, { most, price }) => sum + most * price, 0);
		// Rounding in the sums must not shut out what lies below the limit.
		const slack = 1e-9 * (1 + Math.abs(limit < Infinity ? limit : 0) + Math.abs(minuteWorth));
		const wellBelow = limit + slack + worth;
		const reducible = stock.items.length > 0 || counters.length > 0;

		let best = -1;
		let bestOption = -1;
		let bestCost = limit;
		for (let day = from; day < to; day++) {
			const level = day - from;
			const row = (level + 1) * size * states;
			const w = windowOf[day]!;
			const window = rules.windows[w]!;
			const entersNew = day > from && windowOf[day - 1] !== w;
			const closes = day + 1 === window.to || day + 1 === to;
			const after = day + 1 < to && !closes ? remaining[day + 1]! : 0;
			const mostUnits = window.maxMinutes / unit;
			const leastUnits = (window.minMinutes - after) / unit;
			const next = groups.nextOf[day]!;
			const isLast = day + 1 === to;
			const isSaturday = rules.isSaturday[day] === 1 && !(isLast && isOpenWeekend);
			const isSunday = rules.isSunday[day] === 1;
			const at = day * groupCount;
			const levelStart = starts[level]!;
			const levelEnd = starts[level + 1]!;
			if (reducible)
				for (let i = levelStart; i < levelEnd; i++) {
					// Alike, but with less left of something: no better.
					const key = labels.key[i]!;
					const costHere = labels.cost[i]!;
					let isBeaten = false;
					for (let j = 0; !isBeaten && j < stock.items.length; j++) {
						const { most, step } = stock.items[j]!;
						if (Math.floor(labels.stock[i]! / step) % (most + 1) === most) continue;
						const other = labels.find(key + step * states);
						isBeaten = other >= 0 && labels.cost[other]! <= costHere;
					}
					for (let j = 0; !isBeaten && j < counters.length; j++) {
						const { most, step } = counters[j]!;
						if (Math.floor(labels.upper[i]! / step) % (most + 1) === 0) continue;
						const other = labels.find(key - step);
						isBeaten = other >= 0 && labels.cost[other]! <= costHere;
					}
					if (isBeaten) labels.beaten[i] = 1;
				}
			labels.nextDay();
			for (let i = levelStart; i < levelEnd; i++) {
				if (reducible && labels.beaten[i] === 1) continue;
				const soFar = labels.cost[i]!;
				const s = labels.state[i]!;
				const left = labels.stock[i]!;
				const upper = labels.upper[i]!;
				const spanId = hasSpans ? Math.floor(upper / spanStep) : 0;
				const minutes = entersNew ? (trackMinutes ? base.minutes[w]! / unit : 0) : labels.minutes[i]!;
				const shifts = entersNew ? (tracked.shifts ? base.shifts[w]! : 0) : labels.shifts[i]!;
				let allowed = wellBelow - soFar;
				if (minutePrice !== 0) {
					const done = isByWindow ? minutes * unit - base.minutes[0]! : spans.minutesOf(spanId);
					allowed += minutePrice * (minuteRoom - done);
				}
				for (let j = 0; j < counters.length; j++) {
					const { most, step, price } = counters[j]!;
					if (price > 0) allowed -= price * (Math.floor(upper / step) % (most + 1));
				}
				const begins = isSaturday || (isSunday && runLength[s] === 0) ? 1 : 0;
				const charge = begins * prices.weekend;
				for (let g = 0; g < groupCount; g++) {
					const t = next[s * groupCount + g]!;
					if (t < 0 || (g === 0 && !mayRest(s, day))) continue;
					const then = stockAfter[(g * 2 + (g > 0 ? begins : 0)) * size + left]!;
					if (then < 0) continue;
					const ahead = bound.priced[at + g]! + value[row + then * states + t]! + (g > 0 ? charge : 0);
					// Also where there is no way on.
					if (!(ahead < allowed) || ahead === Infinity) continue;
					let nextKey = t + then * states;
					let m = 0;
					if (trackMinutes) {
						m = minutes + groupUnits[g]!;
						if (m > mostUnits || m < leastUnits) continue;
						nextKey += m * minuteStep;
					}
					let n = 0;
					if (tracked.shifts) {
						n = shifts + (g > 0 ? 1 : 0);
						if (n > window.maxShifts) continue;
						nextKey += n * shiftStep;
					}
					let above = upper;
					let isPast = false;
					for (let j = 0; j < counters.length; j++) {
						const { kind, most, step } = counters[j]!;
						if (kind < 0 ? g === 0 || begins === 0 : counted[g] !== kind) continue;
						if (Math.floor(upper / step) % (most + 1) >= most) isPast = true;
						else above += step;
					}
					if (isPast) continue;
					if (hasSpans) {
						const now = spans.step(spanId, day, groupMinutes[g]!);
						if (now < 0) continue;
						above += (now - spanId) * spanStep;
					}
					const total = soFar + groups.cost[at + g]!;
					if (isLast) {
						if (total < bestCost) {
							bestCost = total;
							best = i;
							bestOption = groups.option[at + g]!;
						}
						continue;
					}
					const label = labels.offer(nextKey + above, total, i, groups.option[at + g]!);
					if (label < 0) continue;
					labels.state[label] = t;
					labels.stock[label] = then;
					labels.minutes[label] = m;
					labels.shifts[label] = n;
					labels.upper[label] = above;
					labels.beaten[label] = 0;
				}
			}
			starts[level + 2] = labels.count;
			if (labels.count > mostLabels) return TOO_MANY;
			if (labels.count - levelEnd > mostADay) {
				isCut = true;
				const scores = new Float64Array(labels.count - levelEnd);
				for (let i = levelEnd; i < labels.count; i++) {
					let score = labels.cost[i]! + value[row + labels.stock[i]! * states + labels.state[i]!]!;
					score += minutePrice * labels.minutes[i]! * unit;
					for (const { most, step, price } of counters)
						score += price * (Math.floor(labels.upper[i]! / step) % (most + 1));
					scores[i - levelEnd] = score;
				}
				labels.keepBest(mostADay, scores);
				starts[level + 2] = labels.count;
			}
			if (!isLast && starts[level + 2] === starts[level + 1]) return null;
		}
		if (best < 0) return null;
		out[to - 1] = bestOption;
		for (let d = to - 2, i = best; d >= from; d--, i = labels.previous[i]!) out[d] = labels.option[i]!;
		return bestCost;
	};

	/** Takes into the labels every total that this plan breaks; false when it breaks none. */
	const trackBroken = (plan: Plan): boolean => {
		const totals = countTotals(rules, plan, kindMinutes, 0, 0);
		const isSpanNew = spans.trackBroken(totals.spanMinutes);
		const isTotalNew = tracked.trackBroken(totals);
		if (isTotalNew) groups = createOptionGroups(rules, graph, kindMinutes, days, tracked.kinds);
		groupUnits = groups.minutes.map((m) => m / unit);
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
