/**
 * Which drawn line of a long list stands for which row. A row in sight keeps its line; one that comes into sight takes
 * over the line of one that has gone, so that scrolling changes texts in place of building lines anew.
 */
export class RowSlots {
	#slots = new Map<string, number>();

	/** Slots of the rows to draw, in their order; the same key has the same slot for as long as it is asked for. */
	assign(keys: readonly string[]): ReadonlyMap<string, number> {
		const next = new Map<string, number>();
		const taken = new Set<number>();
		for (const key of keys) {
			const slot = this.#slots.get(key);
			if (slot === undefined) continue;
			next.set(key, slot);
			taken.add(slot);
		}
		let free = 0;
		for (const key of keys) {
			if (next.has(key)) continue;
			while (taken.has(free)) free++;
			next.set(key, free++);
		}
		return (this.#slots = next);
	}
}
