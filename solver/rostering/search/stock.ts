import type { OptionGroups } from './option-groups.ts';

/** A total that is used one at a time: `most` of it are left. */
export interface StockItem {
	/** −1 for weekends. */
	kind: number;
	most: number;
}

/** What is left of a few small totals, all in one number below `size`. */
export interface Stock {
	size: number;
	/** With nothing used. */
	full: number;
	items: { kind: number; most: number; step: number }[];
	/**
	 * after[(group * 2 + begins) * size + left]: what is left after an option of the group, with 1 for `begins` on the
	 * first worked day of a weekend; −1 where too little is left.
	 */
	after: Int32Array;
}

export function createStock(groups: OptionGroups, items: readonly StockItem[]): Stock {
	let size = 1;
	const list = items.map((item) => {
		const step = size;
		size *= item.most + 1;
		return { ...item, step };
	});
	const after = new Int32Array(groups.count * 2 * size);
	for (let g = 0; g < groups.count; g++)
		for (let begins = 0; begins < 2; begins++)
			for (let left = 0; left < size; left++) {
				let then = left;
				for (const { kind, most, step } of list) {
					const isUsed = kind < 0 ? g > 0 && begins === 1 : groups.counted[g] === kind;
					if (!isUsed || then < 0) continue;
					then = Math.floor(left / step) % (most + 1) === 0 ? -1 : then - step;
				}
				after[(g * 2 + begins) * size + left] = then;
			}
	return { size, full: size - 1, items: list, after };
}
