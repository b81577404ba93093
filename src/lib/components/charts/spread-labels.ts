/**
 * Moves labels apart so that each has `gap` px, as little as may be, and keeps them between `top` and `bottom`
 * (unless there are too many for that: then they start at `top`). Answers in the order given.
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
	const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
	let floor = top;
	for (const label of order) {
		label.y = Math.max(label.y, floor);
		floor = label.y + gap;
	}
	let ceiling = bottom;
	for (const label of [...order].reverse()) {
		label.y = Math.min(label.y, ceiling);
		ceiling = label.y - gap;
	}
	const overflow = top - (order[0]?.y ?? top);
	const out = new Array<number>(wanted.length);
	for (const label of order) out[label.index] = overflow > 0 ? label.y + overflow : label.y;
	return out;
}
