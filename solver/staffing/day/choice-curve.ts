/** How far a number of agents is from each target: its contribution to Σ excess ≤ 0, falling as agents are added. */
export type Excess = ArrayLike<number>;

/** One interval as the day's search sees it. */
export interface Choices {
	/** Fewest agents allowed. */
	least: number;
	/** A number near which the answer is likely; only speed depends on it. */
	guess: number;
	/** What one agent costs in this interval, above 0. */
	cost: number;
	/** Contribution of so many agents to each constraint; never rises with agents. */
	excess(agents: number): Excess;
	/** What `excess` stays above however many there are. */
	excessLimit: Excess;
}

export interface ChoiceCurve extends Choices {
	/** The number with the least price, cost × agents + multipliers · excess; the fewest of equals. */
	cheapest(multipliers: ArrayLike<number>): { agents: number; price: number };
	/** Every number whose price is at most `limit`, rising; null where they are too many to look at. */
	within(multipliers: ArrayLike<number>, limit: number): number[] | null;
}

/** Evaluations that one call of within() may add. */
const MOST_CHOICES = 2000;

/**
 * Remembers what has been evaluated of an interval, and evaluates only what can matter.
 *
 * Between two numbers a < b already known, excess never rises, so the price of all between is at least
 * cost × (a + 1) + multipliers · excess(b). Gaps whose bound is too high stay closed, others are halved. That needs no
 * convexity: the service level of a queue with abandonment is S-shaped in agents, and an interval may be best off with
 * nobody.
 */
export function choiceCurve(choices: Choices): ChoiceCurve {
	const { least, guess, cost, excess, excessLimit } = choices;
	const known: number[] = [];
	const values: Excess[] = [];
	const learn = (at: number, agents: number) => {
		known.splice(at, 0, agents);
		values.splice(at, 0, excess(agents));
	};
	learn(0, least);
	if (guess > least) learn(1, guess);

	const priceOf = (multipliers: ArrayLike<number>, agents: number, of: Excess) => {
		let price = cost * agents;
		for (let j = 0; j < multipliers.length; j++) price += multipliers[j]! * of[j]!;
		return price;
	};
	/** Opens every gap that may hold a price at or below `limit()`. */
	const open = (multipliers: ArrayLike<number>, limit: () => number, found: (price: number) => void) => {
		for (let i = 0; i < known.length;) {
			const from = known[i]!;
			const to = known[i + 1];
			const floor = to === undefined ? excessLimit : values[i + 1]!;
			if (to !== from + 1 && priceOf(multipliers, from + 1, floor) <= limit()) {
				const next =
					to === undefined ? from + Math.max(1, from - (known[i - 1] ?? from)) : Math.floor((from + to) / 2);
				learn(i + 1, next);
				found(priceOf(multipliers, next, values[i + 1]!));
			} else i++;
		}
	};

	return {
		...choices,
		excess(agents) {
			const at = place(known, agents);
			if (known[at] !== agents) learn(at, agents);
			return values[at]!;
		},
		cheapest(multipliers) {
			let price = Infinity;
			const found = (one: number) => (price = Math.min(price, one));
			known.forEach((agents, i) => found(priceOf(multipliers, agents, values[i]!)));
			open(multipliers, () => price - 1e-12 * Math.abs(price), found);
			const at = known.findIndex((agents, i) => priceOf(multipliers, agents, values[i]!) === price);
			return { agents: known[at]!, price };
		},
		within(multipliers, limit) {
			let seen = 0;
			open(
				multipliers,
				() => (seen > MOST_CHOICES ? -Infinity : limit),
				() => seen++
			);
			if (seen > MOST_CHOICES) return null;
			return known.filter((agents, i) => priceOf(multipliers, agents, values[i]!) <= limit);
		}
	};
}

/** Index of the first entry that is not below `value`. */
function place(sorted: readonly number[], value: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
