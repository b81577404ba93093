import type { TotalPrices, TotalUse } from './relaxed-bound.ts';

/** A limited total, as far as the free days may use it. */
export interface TotalLimit {
	/** Kind counted; 0 for minutes, −1 for weekends. */
	kind: number;
	least: number;
	most: number;
	/** Where the search for its price starts when it has none. */
	firstPrice: number;
	priceOf(prices: TotalPrices): number;
	setPrice(prices: TotalPrices, price: number): void;
	useOf(use: TotalUse): number;
}

const TRIES = 7;

/**
 * Good Lagrange multipliers for limited totals: positive where an unlimited best path uses too much, negative where it
 * uses too little. The bound is concave in each price: from the price at hand it is multiplied or taken to 0 until the
 * peak lies between two prices, then tangents at both meet near it (Kelley 1960); that is done for each total in turn,
 * twice.
 *
 * @param prices start, and on return the best found
 * @param evaluate the relaxed cost of a path at the prices, leaving what it uses in `use`
 * @param enough ends the search once the bound reaches it
 * @param tries evaluations for one total's price, each time
 * @returns the bound: the relaxed cost less what the limits allow, priced. The last evaluation may be of other prices.
 */
export function choosePrices(
	prices: TotalPrices,
	limits: readonly TotalLimit[],
	use: TotalUse,
	evaluate: () => number,
	enough: number,
	tries = TRIES
): number {
	const kept = limits.map((limit) => limit.priceOf(prices));
	let value = 0;
	/** Bound at the prices. */
	const look = (): number => {
		value = evaluate();
		for (const limit of limits) {
			const price = limit.priceOf(prices);
			if (price !== 0) value -= price * (price > 0 ? limit.most : limit.least);
		}
		return value;
	};
	let best = look();
	if (!(best < enough)) return best;
	const keep = (): void => {
		if (value <= best) return;
		best = value;
		for (let i = 0; i < limits.length; i++) kept[i] = limits[i]!.priceOf(prices);
	};
	const restore = (): void => {
		for (let i = 0; i < limits.length; i++) limits[i]!.setPrice(prices, kept[i]!);
	};
	let isFresh = true;
	for (let pass = 0; pass < 2; pass++) {
		let changed = 0;
		for (const limit of limits) {
			if (!isFresh) {
				restore();
				look();
			}
			isFresh = true;
			const start = limit.priceOf(prices);
			const used = limit.useOf(use);
			const sign = start !== 0 ? Math.sign(start) : used > limit.most ? 1 : used < limit.least ? -1 : 0;
			if (sign === 0) continue;
			const room = sign > 0 ? limit.most : limit.least;
			let slope = (used - room) * sign;
			if (slope === 0) continue;
			let size = Math.abs(start);
			const low = { size: 0, value: 0, slope: 0 };
			const high = { size: 0, value: 0, slope: 0 };
			const note = () => Object.assign(slope > 0 ? low : high, { size, value, slope });
			note();
			for (let i = 0; i < tries; i++) {
				if (high.slope === 0) size = size > 0 ? size * 4 : limit.firstPrice;
				else if (low.slope === 0) size = 0;
				else {
					const across = low.value - low.slope * low.size - high.value + high.slope * high.size;
					size = across / (high.slope - low.slope);
					const peak = low.value + low.slope * (size - low.size);
					if (peak <= best + 1e-7 * (1 + Math.abs(best))) break;
				}
				limit.setPrice(prices, sign * size);
				isFresh = false;
				look();
				keep();
				if (best >= enough) {
					restore();
					return best;
				}
				slope = (limit.useOf(use) - room) * sign;
				if (slope === 0 || (size === 0 && slope < 0)) break;
				note();
			}
			changed++;
		}
		if (changed < 2) break;
	}
	restore();
	return best;
}
