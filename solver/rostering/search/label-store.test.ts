import { expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { createLabelStore } from './label-store.ts';

it('keepBest() leaves of each number of minutes those of the lowest score, and the day goes on with them', () => {
	const random = createRandom(11);
	const store = createLabelStore();
	for (let run = 0; run < 200; run++) {
		store.clear();
		for (let day = 0; day < 4; day++) {
			store.nextDay();
			const first = store.count;
			const offered = 1 + random.below(day === 0 ? 600 : 60);
			for (let i = 0; i < offered; i++) {
				const minutes = random.below(5);
				const label = store.offer(random.below(1000) * 5 + minutes, random.uniform(), first - 1, i);
				if (label >= 0) store.minutes[label] = minutes;
			}
			const labels = Array.from({ length: store.count - first }, (_, i) => ({
				key: store.key[first + i]!,
				cost: store.cost[first + i]!,
				minutes: store.minutes[first + i]!,
				score: random.uniform()
			}));
			const most = 1 + random.below(30);
			const values = new Set(labels.map((label) => label.minutes));
			const share = Math.ceil(most / (Math.max(...values) - Math.min(...values) + 1));
			const kept = labels.filter(
				({ minutes, score }) =>
					labels.filter((other) => other.minutes === minutes && other.score < score).length < share
			);

			store.keepBest(
				most,
				Float64Array.from(labels, ({ score }) => score)
			);

			expect(Array.from(store.key.subarray(first, store.count))).toEqual(kept.map(({ key }) => key));
			for (const { key, cost } of labels) {
				const at = store.find(key);
				const isKept = kept.some((label) => label.key === key);
				expect(at >= first && store.cost[at] === cost).toBe(isKept);
			}
			expect(store.offer(kept[0]!.key, Infinity, -1, 0)).toBe(-1);
			expect(store.offer(-1, 0, -1, 0)).toBe(store.count - 1);
		}
	}
});
