import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QueueRow } from '#lib/contracts/live.ts';
import { mergeChanges } from '#lib/live/merge-changes.ts';
import { rowChange } from '#lib/server/live/row-change.ts';

const figure = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3));
const prediction = fc.option(
	fc.record({
		serviceLevel30: fc.option(figure),
		waiting30: figure,
		lost30: fc.nat(2),
		breach: fc.option(fc.record({ state: fc.constantFrom('falling', 'below'), causes: fc.array(fc.nat(2)) }))
	})
);

it('a reader who gets only the changed members of a prediction holds the whole of it', () => {
	const seen = { none: 0, whole: 0, members: 0, gone: 0 };
	fc.assert(
		fc.property(fc.array(prediction, { minLength: 2, maxLength: 8 }), (predictions) => {
			const rows = predictions.map(
				(one) => ({ id: 'q', waiting: 1, prediction: one }) as unknown as QueueRow
			);
			let held: readonly QueueRow[] = [rows[0]!];
			rows.slice(1).forEach((now, i) => {
				const before = rows[i]!;
				const change = rowChange(before, now);
				if (!change) seen.none++;
				else if (!now.prediction) seen.gone++;
				else if (!before.prediction) seen.whole++;
				else {
					seen.members++;
					const same = Object.keys(now.prediction).filter(
						(key) =>
							JSON.stringify(now.prediction![key as 'lost30']) ===
							JSON.stringify(before.prediction![key as 'lost30'])
					);
					expect(Object.keys(change.prediction!).filter((key) => same.includes(key))).toEqual([]);
				}
				held = mergeChanges(held, change ? [change] : undefined);
				expect(held).toEqual([now]);
			});
		}),
		{ seed: 20261128 }
	);
	for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(5);
});
