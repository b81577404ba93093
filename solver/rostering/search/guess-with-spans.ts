/** A plan found with so much paid for each minute worked. */
export interface PricedPlan {
	/** What it costs without that. */
	cost: number;
	/** Positive: more minutes than the spans allow, negative: fewer; 0: they are kept. */
	excess: number;
}

const TRIES = 14;

/**
 * The cost of some plan that keeps the spans, by a price for each minute that works against what is broken: doubled
 * until it turns, then halved between. Infinity when none is met, as with exact hours none may be.
 *
 * @param search the best plan at a price, spans left aside; null when there is none at all
 */
export function guessWithSpans(search: (price: number) => PricedPlan | null): number {
	const free = search(0);
	if (free === null) return Infinity;
	if (free.excess === 0) return free.cost;
	const sign = Math.sign(free.excess);
	let best = Infinity;
	let low = 0;
	let high = Infinity;
	let size = 1 / 64;
	for (let i = 0; i < TRIES; i++) {
		const found = search(sign * size);
		if (found === null) break;
		if (found.excess === 0) best = Math.min(best, found.cost);
		// Kept, or past it: less of the price may do.
		if (found.excess * sign <= 0) high = size;
		else low = size;
		if (best < Infinity && high - low < high / 8) break;
		size = high === Infinity ? size * 4 : (low + high) / 2;
	}
	return best;
}
