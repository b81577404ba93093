import type { AgentRules, Plan } from '../core/core-problem.ts';
import { chooseMinutePrice } from './choose-minute-price.ts';
import { guessWithSpans } from './guess-with-spans.ts';
import { createLabelStore } from './label-store.ts';
import { countTotals, type PlanTotals } from './plan-totals.ts';
import { createRelaxedBound } from './relaxed-bound.ts';
import { createRuleGraph, type SharedGraphs } from './rule-graph.ts';
import { createSpanCounter } from './span-counter.ts';
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
	const optionsOfDay = Array.from({ length: days }, (_, d) =>
		Int32Array.from(Array.from({ length: width }, (_, k) => k).filter((k) => rules.allowed[d * width + k]))
	);
	const longestMinutes = Float64Array.from(optionsOfDay, (o) =>
		o.reduce((m, k) => Math.max(m, kindMinutes[k]!), 0)
	);
	const unit = kindMinutes.reduce((g, m) => gcd(g, m), 0) || 1;
	const windowOf = new Int32Array(days);
	rules.windows.forEach((w, i) => windowOf.fill(i, w.from, w.to));
	const bound = createRelaxedBound(rules, graph, kindMinutes, optionsOfDay, days);
	const labels = createLabelStore();
	const starts = new Int32Array(days + 2);
	const single = rules.windows.length === 1 ? rules.windows[0]! : null;

	const cappedMinutes = rules.windows.some(
		(w) => w.minMinutes > 0 || longestMinutes.subarray(w.from, w.to).reduce((a, b) => a + b, 0) > w.maxMinutes
	);
	/** Totals kept in labels; those not kept are checked on the finished plan. */
	const tracked = createTrackedTotals(rules);
	const { isKind: isTrackedKind } = tracked;
	const spans = createSpanCounter(rules.spans ?? [], longestMinutes);
	const minuteLevels =
		Math.max(...rules.windows.map((w) => Math.min(w.maxMinutes, (w.to - w.from) * 1440))) / unit + 2;
	const dimMinutes = Math.floor(minuteLevels);
	const dimShifts = Math.max(...rules.windows.map((w) => w.to - w.from)) + 1;
	const dimWeekends = Math.ceil(days / 7) + 2;
	const remaining = new Float64Array(days + 1);

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
		const endRow = (to - from) * states;
		for (let s = 0; s < states; s++)
			bound.value[endRow + s] = walk(plan, to, horizonEnd, s) >= 0 ? 0 : Infinity;

		// Room for minutes over the days still free, to see early that a minimum can't be met.
		remaining[to] = 0;
		for (let d = to - 1; d >= from; d--)
			remaining[d] =
				longestMinutes[d]! + (d + 1 < to && windowOf[d + 1] === windowOf[d] ? remaining[d + 1]! : 0);

		let price = 0;
		let room = 0;
		const hasSpans = countsSpans && spans.begin(base.spanMinutes, from, to);
		const isPricedByWindow = single !== null && cappedMinutes;
		const limits = isPricedByWindow
			? { least: single.minMinutes - base.minutes[0]!, most: single.maxMinutes - base.minutes[0]! }
			: hasSpans
				? spans.limits()
				: null;
		if (limits) {
			const choice = chooseMinutePrice(bound, cost, from, to, first, below, limits);
			price = choice.price;
			room = choice.room;
			if (choice.bound >= below) return null;
		} else bound.fill(cost, from, to, 0);
		if (!(bound.value[first]! < Infinity)) return null;

		labels.clear();
		// key = state + states × (minutes + dimMinutes × (shifts + dimShifts × (weekends + dimWeekends × (kinds, then spans))))
		const trackMinutes = cappedMinutes;
		const dims = {
			minutes: trackMinutes ? dimMinutes : 1,
			shifts: tracked.shifts ? dimShifts : 1,
			weekends: tracked.weekends ? dimWeekends : 1
		};
		const minuteStep = states;
		const shiftStep = minuteStep * dims.minutes;
		const weekendStep = shiftStep * dims.shifts;
		const kindStep = weekendStep * dims.weekends;
		const kindSteps = new Float64Array(width);
		let step = kindStep;
		for (const k of tracked.kinds) {
			kindSteps[k] = step;
			step *= rules.maxOfKind[k]! + 1;
		}
		const spanStep = step;
		let firstKey = first;
		if (tracked.weekends) firstKey += base.weekends * weekendStep;
		for (const k of tracked.kinds) firstKey += base.ofKind[k]! * kindSteps[k]!;
		const w0 = windowOf[from]!;
		if (trackMinutes) firstKey += (base.minutes[w0]! / unit) * minuteStep;
		if (tracked.shifts) firstKey += base.shifts[w0]! * shiftStep;
		labels.offer(firstKey, 0, -1, 0);
		starts[0] = 0;
		starts[1] = 1;

		for (let day = from; day < to; day++) {
			const level = day - from;
			const row = (level + 1) * states;
			const w = windowOf[day]!;
			const window = rules.windows[w]!;
			const entersNew = day > from && windowOf[day - 1] !== w;
			const closes = day + 1 === window.to || day + 1 === to;
			const after = day + 1 < to && !closes ? remaining[day + 1]! : 0;
			const options = optionsOfDay[day]!;
			const next = nextOf[day]!;
			const splitSaturday = rules.isSaturday[day] === 1 && day + 1 === to && to < days && plan[to]! > 0;
			labels.nextDay();
			for (let i = starts[level]!, end = starts[level + 1]!; i < end; i++) {
				const key = labels.key[i]!;
				const soFar = labels.cost[i]!;
				const s = key % states;
				let rest = (key - s) / states;
				let minutes = 0;
				let shifts = 0;
				if (trackMinutes) {
					minutes = rest % dims.minutes;
					rest = (rest - minutes) / dims.minutes;
					minutes *= unit;
				}
				if (tracked.shifts) {
					shifts = rest % dims.shifts;
					rest = (rest - shifts) / dims.shifts;
				}
				let weekends = 0;
				if (tracked.weekends) {
					weekends = rest % dims.weekends;
					rest = (rest - weekends) / dims.weekends;
				}
				const upper = rest * kindStep;
				const spanId = hasSpans ? Math.floor(upper / spanStep) : 0;
				if (entersNew) {
					minutes = trackMinutes ? base.minutes[w]! : 0;
					shifts = tracked.shifts ? base.shifts[w]! : 0;
				}
				// Minutes so far of what is priced.
				const done =
					price === 0 ? 0 : isPricedByWindow ? minutes - base.minutes[0]! : spans.minutesOf(spanId);
				for (let o = 0; o < options.length; o++) {
					const k = options[o]!;
					const t = next[s * width + k]!;
					if (t < 0 || (k === 0 && !mayRest(s, day))) continue;
					const total = soFar + cost[day * width + k]!;
					const m = minutes + kindMinutes[k]!;
					const ahead = bound.value[row + t]!;
					if (price === 0) {
						if (total + ahead >= below) continue;
					} else if (total + ahead - price * (room - done - kindMinutes[k]!) >= below) continue;
					if (!(ahead < Infinity)) continue;
					let nextKey = t + upper;
					if (trackMinutes) {
						if (m > window.maxMinutes || m + after < window.minMinutes) continue;
						nextKey += (m / unit) * minuteStep;
					}
					if (tracked.shifts) {
						const n = shifts + (k > 0 ? 1 : 0);
						if (n > window.maxShifts) continue;
						nextKey += n * shiftStep;
					}
					if (tracked.weekends) {
						let n = weekends;
						if (k > 0)
							if (rules.isSaturday[day] === 1) n += splitSaturday ? 0 : 1;
							else if (rules.isSunday[day] === 1 && runLength[s] === 0) n++;
						if (n > rules.maxWeekends) continue;
						nextKey += n * weekendStep;
					}
					if (isTrackedKind[k] === 1) {
						const used = Math.floor(upper / kindSteps[k]!) % (rules.maxOfKind[k]! + 1);
						if (used >= rules.maxOfKind[k]!) continue;
						nextKey += kindSteps[k]!;
					}
					if (hasSpans) {
						const now = spans.step(spanId, day, kindMinutes[k]!);
						if (now < 0) continue;
						nextKey += (now - spanId) * spanStep;
					}
					labels.offer(nextKey, total, i, k);
				}
			}
			starts[level + 2] = labels.count;
			if (starts[level + 2] === starts[level + 1]) return null;
		}

		let best = -1;
		let bestCost = below;
		for (let i = starts[to - from]!; i < labels.count; i++)
			if (labels.cost[i]! < bestCost) {
				bestCost = labels.cost[i]!;
				best = i;
			}
		if (best < 0) return null;
		for (let d = to - 1, i = best; d >= from; d--, i = labels.previous[i]!) out[d] = labels.option[i]!;
		return bestCost;
	};

	/** Takes into the labels every total that this plan breaks; false when it breaks none. */
	const trackBroken = (plan: Plan): boolean => {
		const totals = countTotals(rules, plan, kindMinutes, 0, 0);
		const isSpanNew = spans.trackBroken(totals.spanMinutes);
		return tracked.trackBroken(totals) || isSpanNew;
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
