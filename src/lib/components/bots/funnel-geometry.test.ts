import { expect, it } from 'vitest';
import { funnelGeometry } from './funnel-geometry.ts';

const size = { width: 300, height: 200, margin: { top: 10, right: 0, bottom: 20, left: 0 } };
const turn = { understood: 3, failed: 1, resolved: 2, escalated: 1, left: 0, unfinished: 0 };

it('funnelGeometry() stacks what became of each turn to the height of those that reached it', () => {
	const { columns, y, indexAt } = funnelGeometry(
		[
			{ turn: 1, reached: 8, wentOn: 5, ...turn },
			{ turn: 2, reached: 5, wentOn: 2, ...turn }
		],
		size
	);
	for (const [i, reached] of [8, 5].entries()) {
		const { parts, top } = columns[i]!;
		expect(parts.map(({ part }) => part)).toEqual(['wentOn', 'resolved', 'escalated']);
		expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(y(0) - y(reached));
		expect(parts.at(-1)!.y).toBeCloseTo(top);
	}
	expect([indexAt(-5), indexAt(10), indexAt(299), indexAt(900)]).toEqual([0, 0, 1, 1]);
});

it('funnelGeometry() of no turns has no column', () => {
	expect(funnelGeometry([], size).columns).toEqual([]);
});
