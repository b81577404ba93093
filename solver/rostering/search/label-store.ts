/**
 * The partial plans of the exact search: columns of numbers that grow, and a hash from a state's key to its
 * cheapest label on the day being built.
 */
export interface LabelStore {
	key: Float64Array;
	cost: Float64Array;
	previous: Int32Array;
	option: Int16Array;
	count: number;
	clear(): void;
	/** Begins a new day: labels of earlier days no longer merge with new ones. */
	nextDay(): void;
	/** Keeps the label unless the day already holds its key at no more cost. */
	offer(key: number, cost: number, previous: number, option: number): void;
}

export function createLabelStore(): LabelStore {
	let capacity = 1 << 12;
	let slots = new Int32Array(1 << 9).fill(-1);
	let dayStart = 0;

	const slotOf = (key: number, mask: number): number => {
		const high = Math.floor(key / 4294967296);
		let h = Math.imul((key - high * 4294967296) | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
		h ^= h >>> 15;
		return h & mask;
	};

	const grow = () => {
		capacity *= 2;
		const [key, cost] = [new Float64Array(capacity), new Float64Array(capacity)];
		const [previous, option] = [new Int32Array(capacity), new Int16Array(capacity)];
		key.set(store.key);
		cost.set(store.cost);
		previous.set(store.previous);
		option.set(store.option);
		Object.assign(store, { key, cost, previous, option });
	};

	const rehash = () => {
		slots = new Int32Array(slots.length * 2).fill(-1);
		const mask = slots.length - 1;
		for (let i = dayStart; i < store.count; i++) {
			let at = slotOf(store.key[i]!, mask);
			while (slots[at]! >= 0) at = (at + 1) & mask;
			slots[at] = i;
		}
	};

	const store: LabelStore = {
		key: new Float64Array(capacity),
		cost: new Float64Array(capacity),
		previous: new Int32Array(capacity),
		option: new Int16Array(capacity),
		count: 0,
		clear() {
			if (slots.length > 1 << 15) slots = new Int32Array(1 << 9);
			slots.fill(-1);
			store.count = 0;
			dayStart = 0;
		},
		nextDay() {
			// Slots that point before this count as empty.
			dayStart = store.count;
		},
		offer(key, cost, previous, option) {
			const mask = slots.length - 1;
			let at = slotOf(key, mask);
			for (let i = slots[at]!; i >= dayStart; i = slots[at]!) {
				if (store.key[i] === key) {
					if (cost < store.cost[i]!) {
						store.cost[i] = cost;
						store.previous[i] = previous;
						store.option[i] = option;
					}
					return;
				}
				at = (at + 1) & mask;
			}
			if (store.count === capacity) grow();
			const i = store.count++;
			store.key[i] = key;
			store.cost[i] = cost;
			store.previous[i] = previous;
			store.option[i] = option;
			slots[at] = i;
			if ((store.count - dayStart) * 2 > slots.length) rehash();
		}
	};
	return store;
}
