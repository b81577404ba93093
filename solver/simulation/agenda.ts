/**
 * A binary heap of things to do, ordered by time and, at equal times, by insertion: the future-event list of a
 * discrete-event simulation. `add` and `take` cost O(log n).
 */
export class Agenda<T> {
	readonly #heap: { atMs: number; order: number; item: T }[] = [];
	#order = 0;

	get nextMs(): number | null {
		return this.#heap[0]?.atMs ?? null;
	}

	get size(): number {
		return this.#heap.length;
	}

	add(atMs: number, item: T): void {
		const heap = this.#heap;
		const entry = { atMs, order: this.#order++, item };
		let i = heap.length;
		heap.push(entry);
		while (i > 0) {
			const parent = (i - 1) >> 1;
			if (!before(entry, heap[parent]!)) break;
			heap[i] = heap[parent]!;
			i = parent;
		}
		heap[i] = entry;
	}

	take(): { atMs: number; item: T } | null {
		const heap = this.#heap;
		const first = heap[0];
		if (first === undefined) return null;
		const last = heap.pop()!;
		if (heap.length === 0) return first;
		let i = 0;
		for (;;) {
			let child = 2 * i + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
			if (!before(heap[child]!, last)) break;
			heap[i] = heap[child]!;
			i = child;
		}
		heap[i] = last;
		return first;
	}
}

interface Entry {
	atMs: number;
	order: number;
}
const before = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
