import type { RelaxedBound } from './relaxed-bound.ts';

/** Minutes that the free days may hold. */
interface MinuteLimits {
	least: number;
	most: number;
}

interface MinutePrice {
	/** Price per minute the bound was filled with. */
	price: number;
	/** The limit the price works against (most for a price above 0, least for one below). */
	room: number;
	/** Lower bound on the whole path. */
	bound: number;
}

/**
 * A good Lagrange multiplier for the limits on minutes: positive where an unlimited best path works too much,
 * negative where it works too little. The dual function is concave in the price, so a doubling and a few
 * halvings come near its peak. Leaves the bound filled for the chosen price.
 */
export function chooseMinutePrice(
	relaxed: RelaxedBound,
	cost: Float64Array,
	from: number,
	to: number,
	state: number,
	below: number,
	{ least, most }: MinuteLimits
): MinutePrice {
	relaxed.fill(cost, from, to, 0);
	const free: MinutePrice = { price: 0, room: 0, bound: relaxed.value[state]! };
	if (!(free.bound < below)) return free;
	const minutes = relaxed.pathMinutes(cost, from, to, state, 0);
	if (minutes <= most && minutes >= least) return free;
	const room = minutes > most ? most : least;
	const sign = minutes > most ? 1 : -1;

	let best = free;
	let low = 0;
	let high = Infinity;
	let size = 1 / 64;
	for (let i = 0; i < 9; i++) {
		const price = sign * size;
		relaxed.fill(cost, from, to, price);
		const value = relaxed.value[state]! - price * room;
		if (value > best.bound) best = { price, room, bound: value };
		if (best.bound >= below) return best;
		const still = (relaxed.pathMinutes(cost, from, to, state, price) - room) * sign;
		if (still === 0) break;
		if (still > 0) low = size;
		else high = size;
		size = high === Infinity ? size * 4 : (low + high) / 2;
	}
	relaxed.fill(cost, from, to, best.price);
	return best;
}
