import { describe, expect, it } from 'vitest';
import type { NeedRow, NeedsDelta, NeedsSnapshot } from '#lib/contracts/needs.ts';
import { applyNeeds } from './apply-needs.ts';

const row = (id: string, urgency: number) => ({ id, urgency }) as NeedRow;
const before: NeedsSnapshot = {
	seq: 3,
	epoch: 'a',
	wallMs: 1_000,
	rows: [row('x', 0.8), row('y', 0.6)],
	needing: 2,
	open: 9
};
const delta = (rest: Partial<NeedsDelta>): NeedsDelta => ({
	seq: 4,
	epoch: 'a',
	wallMs: 2_000,
	changed: [],
	order: ['x', 'y'],
	needing: 2,
	open: 9,
	...rest
});

describe('applyNeeds()', () => {
	it('takes changed rows over and keeps the others, in the new rank', () => {
		const next = applyNeeds(before, delta({ changed: [row('z', 0.9)], order: ['z', 'y'], needing: 3 }))!;
		expect(next.rows).toEqual([row('z', 0.9), row('y', 0.6)]);
		expect(next.rows[1]).toBe(before.rows[1]);
		expect([next.seq, next.needing, next.wallMs]).toEqual([4, 3, 2_000]);
	});

	it('is null after a delta that was missed, and for another start of the server', () => {
		expect(applyNeeds(before, delta({ seq: 5 }))).toBeNull();
		expect(applyNeeds(before, delta({ epoch: 'b' }))).toBeNull();
	});
});
