import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowSlots } from './row-slots.ts';

it('keeps the line of a row in sight and hands on the line of one that has gone', () => {
	const slots = new RowSlots();
	expect([...slots.assign(['a', 'b', 'c'])]).toEqual([
		['a', 0],
		['b', 1],
		['c', 2]
	]);
	expect(slots.assign(['b', 'c', 'd']).get('d')).toBe(0);
	expect(slots.assign(['d', 'c', 'b'])).toEqual(new Map([['d', 0], ['c', 2], ['b', 1]])); // prettier-ignore
});

it('gives every row a line of its own and never another while it is in sight', () => {
	fc.assert(
		fc.property(
			fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String)), { maxLength: 20 }),
			(draws) => {
				const slots = new RowSlots();
				let before: ReadonlyMap<string, number> = new Map();
				for (const keys of draws) {
					const now = slots.assign(keys);
					expect([...now.keys()].sort()).toEqual([...keys].sort());
					expect(new Set(now.values()).size).toBe(keys.length);
					for (const key of keys) if (before.has(key)) expect(now.get(key)).toBe(before.get(key));
					before = now;
				}
			}
		),
		{ endOnFailure: true }
	);
});

it('needs no more lines than rows in sight while they scroll past', () => {
	const slots = new RowSlots();
	for (let from = 0; from < 60; from++) {
		const inSight = Array.from({ length: 12 }, (_, i) => String(from + i));
		expect(Math.max(...slots.assign(inSight).values())).toBe(11);
	}
});
