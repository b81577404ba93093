/** A binary heap of instants with a number each, in typed arrays; the least instant on top. */
export class EventHeap {
	times = new Float64Array(64);
	ids = new Int32Array(64);
	size = 0;

	/** Room for so many at once. */
	reserve(size: number): void {
		if (this.times.length >= size) return;
		this.times = new Float64Array(size);
		this.ids = new Int32Array(size);
	}

	add(time: number, id: number): void {
		const { times, ids } = this;
		let i = this.size++;
		while (i > 0) {
			const parent = (i - 1) >> 1;
			const above = times[parent]!;
			if (above <= time) break;
			times[i] = above;
			ids[i] = ids[parent]!;
			i = parent;
		}
		times[i] = time;
		ids[i] = id;
	}

	/** Takes the top off; there must be one. */
	drop(): void {
		const { times, ids } = this;
		const size = --this.size;
		if (size === 0) return;
		const time = times[size]!;
		const id = ids[size]!;
		let i = 0;
		for (;;) {
			let child = 2 * i + 1;
			if (child >= size) break;
			let least = times[child]!;
			const right = child + 1;
			if (right < size && times[right]! < least) {
				child = right;
				least = times[right]!;
			}
			if (least >= time) break;
			times[i] = least;
			ids[i] = ids[child]!;
			i = child;
		}
		times[i] = time;
		ids[i] = id;
	}
}
