import type { AgentRules, Plan } from '../core/core-problem.ts';
import type { AgentGraph } from './agent-graph.ts';
import { createLabelStore } from './label-store.ts';
import { trackedItems, type MinuteLimits } from './limited-totals.ts';
import type { PlanTotals } from './plan-totals.ts';
import type { RelaxedBound, RelaxedRange } from './relaxed-bound.ts';
import type { SpanCounter } from './span-counter.ts';
import type { TrackedTotals } from './tracked-totals.ts';

/** Told instead of a cost. */
export const TOO_MANY = -Infinity;

/** What is the same in every search of one agent. */
export interface ExtensionSetting {
	days: number;
	graph: AgentGraph;
	/** Filled for the range before each search. */
	bound: RelaxedBound;
	tracked: TrackedTotals;
	/** Begun before each search that has spans. */
	spans: SpanCounter;
	/** Minutes are counted in units of so many. */
	unit: number;
	windowOf: Int32Array;
	/** By day: most minutes of it and of the free days after it in its window. */
	remaining: Float64Array;
	/** Whether minutes are limited at all. */
	cappedMinutes: boolean;
}

export interface ExtensionTask {
	range: RelaxedRange;
	/** State of the rule graph before the range. */
	first: number;
	/** Only a plan that costs less is of use. */
	limit: number;
	/** Totals of the days outside the range. */
	base: PlanTotals;
	/** Receives the plan. */
	out: Plan;
	hasSpans: boolean;
	minuteLimits: MinuteLimits | null;
	/** With more labels the search is given up. */
	mostLabels: number;
	/** Of each day about so many labels are followed, the best of each number of minutes. */
	mostADay: number;
}

export interface PlanExtension {
	/** Cost of the cheapest plan below the limit, null without one, or `TOO_MANY`. */
	cheapest(task: ExtensionTask): number | null;
	/** Whether labels were left out by `mostADay` the last time. */
	wasCut(): boolean;
}

/**
 * The dynamic program within `createPlanSearch`: labels are extended day by day, pruned by the relaxed bound at prices.
 */
export function createPlanExtension(
	rules: AgentRules,
	{ days, graph, bound, tracked, spans, unit, windowOf, remaining, cappedMinutes }: ExtensionSetting
): PlanExtension {
	const { states, shortRun, runLength } = graph;
	const labels = createLabelStore();
	const starts = new Int32Array(days + 2);
	const single = rules.windows.length === 1 ? rules.windows[0]! : null;
	const dimMinutes = Math.floor(
		Math.max(...rules.windows.map((w) => Math.min(w.maxMinutes, (w.to - w.from) * 1440))) / unit + 2
	);
	const dimShifts = Math.max(...rules.windows.map((w) => w.to - w.from)) + 1;
	const mayRest = (state: number, day: number) => shortRun[state] === 0 || runLength[state] === day;
	let isCut = false;
	/** Of the labels of a day, to leave some out. */
	let scores = new Float64Array(0);

	const cheapest = ({
		range,
		first,
		limit,
		base,
		out,
		hasSpans,
		minuteLimits,
		mostLabels,
		mostADay
	}: ExtensionTask): number | null => {
		const { from, to, prices, stock, isOpenWeekend, groups } = range;
		const { count: groupCount, minutes: groupMinutes, counted } = groups;
		const { size, after: stockAfter } = stock;
		const { value } = bound;
		labels.clear();
		isCut = false;
		// key = state + states × (stock + its size × (minutes + dimMinutes × (shifts + dimShifts × (other kinds, then spans))))
		const trackMinutes = cappedMinutes;
		const minuteStep = states * size;
		const shiftStep = minuteStep * (trackMinutes ? dimMinutes : 1);
		const kindStep = shiftStep * (tracked.shifts ? dimShifts : 1);
		let step = kindStep;
		/** Totals that are not in stock, used so far. */
		const counters = trackedItems(rules, tracked, base, to - from)
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
						m = minutes + groupMinutes[g]! / unit;
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
				if (scores.length < labels.count - levelEnd) scores = new Float64Array(2 * (labels.count - levelEnd));
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
	return { cheapest, wasCut: () => isCut };
}
