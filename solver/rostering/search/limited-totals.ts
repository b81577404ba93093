import type { AgentRules } from '../core/core-problem.ts';
import type { TotalLimit } from './choose-prices.ts';
import type { PlanTotals } from './plan-totals.ts';
import type { StockItem } from './stock.ts';
import type { TrackedTotals } from './tracked-totals.ts';

/** Minutes that the free days may have. */
export interface MinuteLimits {
	least: number;
	most: number;
}

/** Most combinations of what is left of totals that the bound counts. */
const MAX_STOCK = 120;

/** Totals with a limit that labels keep; minutes in units of `unit`. */
export function totalLimits(
	{ maxWeekends, maxOfKind }: AgentRules,
	tracked: TrackedTotals,
	unit: number,
	minutes: MinuteLimits | null,
	base: PlanTotals
): TotalLimit[] {
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
			most: maxWeekends - base.weekends,
			firstPrice: 4,
			priceOf: (p) => p.weekend,
			setPrice: (p, price) => (p.weekend = price),
			useOf: (u) => u.weekends
		});
	for (const k of tracked.kinds)
		limits.push({
			kind: k,
			least: -Infinity,
			most: maxOfKind[k]! - base.ofKind[k]!,
			firstPrice: 4,
			priceOf: (p) => p.ofKind[k]!,
			setPrice: (p, price) => (p.ofKind[k] = price),
			useOf: (u) => u.ofKind[k]!
		});
	return limits;
}

/** Totals but minutes that labels keep, and how much of each may be used. */
export function trackedItems(
	{ maxWeekends, maxOfKind }: AgentRules,
	tracked: TrackedTotals,
	base: PlanTotals,
	length: number
): StockItem[] {
	const items = tracked.kinds.map((kind) => ({
		kind,
		most: Math.min(maxOfKind[kind]! - base.ofKind[kind]!, length)
	}));
	if (tracked.weekends)
		items.push({
			kind: -1,
			most: Math.min(maxWeekends - base.weekends, Math.ceil(length / 7) + 1)
		});
	return items;
}

/** Those of them with the least left, as far as all together stay few. */
export function exactItems(listed: readonly StockItem[]): StockItem[] {
	const items: StockItem[] = [];
	let size = 1;
	for (const item of listed.toSorted((a, b) => a.most - b.most || a.kind - b.kind)) {
		if (size * (item.most + 1) > MAX_STOCK) break;
		size *= item.most + 1;
		items.push(item);
	}
	return items;
}
