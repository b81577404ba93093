/**
 * The partial plans of the exact search: columns of numbers that grow, and a hash from a state's key to its
 * cheapest label on the day being built.
 */
export interface LabelStore {
	key: Float64Array;
	cost: Float64Array;
	previous: Int32Array;
	option: Int16Array;
	/** Parts of the key, filled by whoever offers a label that is new. */
	state: Int32Array;
	minutes: Int32Array;
	shifts: Int32Array;
	stock: Int32Array;
	upper: Float64Array;
	/** 1 for labels that others make needless. */
	beaten: Uint8Array;
	count: number;
	clear(): void;
	/** Begins a new day: labels of earlier days no longer merge with new ones. */
	nextDay(): void;
	/**
	 * Of the day's labels keeps about so many, of each number of minutes those of the lowest score by [index − first of the
	 * day]; none has a successor yet. Costs up to O(labels × those kept of one number of minutes).
	 */
	keepBest(most: number, scores: Float64Array): void;
	/** The day's label with this key, −1 without one. */
	find(key: number): number;
	/** Keeps the label unless the day already holds its key at no more cost. Returns its index if the key is new, else −1. */
	offer(key: number, cost: number, previous: number, option: number): number;
}

export function createLabelStore(): LabelStore {
	let capacity = 1 << 10;
	let slots = new Int32Array(1 << 9);
	/** Slots hold index + base; what is below base + dayStart counts as empty, so that they need no clearing. */
	let base = 1;
	let dayStart = 1;

	const slotOf = (key: number, mask: number): number => {
		const high = key < 2147483648 ? 0 : Math.floor(key / 2147483648);
		let h = Math.imul((key - high * 2147483648) | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
		h ^= h >>> 15;
		return h & mask;
	};

	const grow = () => {
		capacity *= 2;
		const floats = (old: Float64Array) => {
			const next = new Float64Array(capacity);
			next.set(old);
			return next;
		};
		const ints = (old: Int32Array) => {
			const next = new Int32Array(capacity);
			next.set(old);
			return next;
		};
		store.key = floats(store.key);
		store.cost = floats(store.cost);
		store.upper = floats(store.upper);
		store.previous = ints(store.previous);
		store.state = ints(store.state);
		store.minutes = ints(store.minutes);
		store.shifts = ints(store.shifts);
		store.stock = ints(store.stock);
		const beaten = new Uint8Array(capacity);
		beaten.set(store.beaten);
		store.beaten = beaten;
		const option = new Int16Array(capacity);
		option.set(store.option);
		store.option = option;
	};

	/** Puts the day's labels into slots that hold none of them. */
	const enter = () => {
		const mask = slots.length - 1;
		for (let i = dayStart - base; i < store.count; i++) {
			let at = slotOf(store.key[i]!, mask);
			while (slots[at]! >= dayStart) at = (at + 1) & mask;
			slots[at] = i + base;
		}
	};
	const rehash = (size: number) => {
		slots = new Int32Array(size);
		enter();
	};

	/** For `keepBest`: by number of minutes, the labels kept so far, best first, and how many. */
	let ranked = new Int32Array(0);
	let taken = new Int32Array(0);
	let isKept = new Uint8Array(0);

	const store: LabelStore = {
		key: new Float64Array(capacity),
		cost: new Float64Array(capacity),
		previous: new Int32Array(capacity),
		option: new Int16Array(capacity),
		state: new Int32Array(capacity),
		minutes: new Int32Array(capacity),
		shifts: new Int32Array(capacity),
		stock: new Int32Array(capacity),
		upper: new Float64Array(capacity),
		beaten: new Uint8Array(capacity),
		count: 0,
		clear() {
			base += store.count;
			if (slots.length > 1 << 15 || base > 1 << 29) {
				slots = new Int32Array(1 << 9);
				base = 1;
			}
			dayStart = base;
			store.count = 0;
		},
		keepBest(most, scores) {
			const first = dayStart - base;
			const { minutes } = store;
			let least = Infinity;
			let greatest = 0;
			for (let i = first; i < store.count; i++) {
				if (minutes[i]! < least) least = minutes[i]!;
				if (minutes[i]! > greatest) greatest = minutes[i]!;
			}
			const buckets = greatest - least + 1;
			const share = Math.ceil(most / buckets);
			if (ranked.length < buckets * share) ranked = new Int32Array(buckets * share);
			if (taken.length < buckets) taken = new Int32Array(buckets);
			taken.fill(0, 0, buckets);
			for (let i = first; i < store.count; i++) {
				const bucket = minutes[i]! - least;
				const from = bucket * share;
				const score = scores[i - first]!;
				let n = taken[bucket]!;
				if (n < share) taken[bucket] = n + 1;
				else if (scores[ranked[from + --n]!]! <= score) continue;
				for (; n > 0 && scores[ranked[from + n - 1]!]! > score; n--) ranked[from + n] = ranked[from + n - 1]!;
				ranked[from + n] = i - first;
			}
			if (isKept.length < store.count - first) isKept = new Uint8Array(2 * (store.count - first));
			isKept.fill(0, 0, store.count - first);
			for (let b = 0; b < buckets; b++)
				for (let n = 0; n < taken[b]!; n++) isKept[ranked[b * share + n]!] = 1;
			// What the slots hold of this day counts as empty then.
			base += store.count - first;
			dayStart = base + first;
			const end = store.count;
			let to = first;
			for (let i = first; i < end; i++) {
				if (isKept[i - first] === 0) continue;
				store.key[to] = store.key[i]!;
				store.cost[to] = store.cost[i]!;
				store.previous[to] = store.previous[i]!;
				store.option[to] = store.option[i]!;
				store.state[to] = store.state[i]!;
				store.minutes[to] = store.minutes[i]!;
				store.shifts[to] = store.shifts[i]!;
				store.stock[to] = store.stock[i]!;
				store.upper[to] = store.upper[i]!;
				store.beaten[to] = store.beaten[i]!;
				to++;
			}
			store.count = to;
			enter();
		},
		nextDay() {
			dayStart = base + store.count;
		},
		find(key) {
			const mask = slots.length - 1;
			let at = slotOf(key, mask);
			for (let i = slots[at]!; i >= dayStart; i = slots[at]!) {
				if (store.key[i - base] === key) return i - base;
				at = (at + 1) & mask;
			}
			return -1;
		},
		offer(key, cost, previous, option) {
			const mask = slots.length - 1;
			let at = slotOf(key, mask);
			for (let slot = slots[at]!; slot >= dayStart; slot = slots[at]!) {
				const i = slot - base;
				if (store.key[i] === key) {
					if (cost < store.cost[i]!) {
						store.cost[i] = cost;
						store.previous[i] = previous;
						store.option[i] = option;
					}
					return -1;
				}
				at = (at + 1) & mask;
			}
			if (store.count === capacity) grow();
			const i = store.count++;
			store.key[i] = key;
			store.cost[i] = cost;
			store.previous[i] = previous;
			store.option[i] = option;
			slots[at] = i + base;
			if ((base + store.count - dayStart) * 2 > slots.length) rehash(slots.length * 2);
			return i;
		}
	};
	return store;
}
