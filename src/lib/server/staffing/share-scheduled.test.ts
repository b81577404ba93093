import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareScheduled } from './share-scheduled.ts';

it('shareScheduled() sends those with a choice to where somebody is missing', () =>
	expect(
		shareScheduled(
			[
				{ queueIds: ['a', 'b'], people: 3 },
				{ queueIds: ['a'], people: 4 }
			],
			new Map([
				['a', 5],
				['b', 2]
			])
		)
	).toEqual(
		new Map([
			['a', 5],
			['b', 2]
		])
	));

it('shareScheduled() counts everybody once, whatever is needed', () => {
	const queues = ['a', 'b', 'c', 'd'];
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.subarray(queues, { minLength: 1 }), fc.nat(9)), { minLength: 1, maxLength: 5 }),
			fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }),
			(drawn, needs) => {
				const groups = drawn.map(([queueIds, people]) => ({ queueIds, people }));
				const shared = shareScheduled(groups, new Map(queues.map((id, i) => [id, needs[i]!])));
				const sum = [...shared.values()].reduce((total, one) => total + one, 0);
				expect(sum).toBeCloseTo(
					groups.reduce((total, { people }) => total + people, 0),
					9
				);
			}
		)
	);
});
