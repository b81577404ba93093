import { expect, it } from 'vitest';
import { maxConsecutiveNights } from './max-consecutive-nights.ts';
import { planted } from './planted.ts';

const contract = { maxConsecutiveNights: 2 };

it('max-consecutive-nights names the agent, the first night and the values', () => {
	const found = planted(maxConsecutiveNights, ['D', 'N', 'N', 'N', ''], { contract });
	expect(found).toMatchObject([{ rule: 'max-consecutive-nights', agent: 'ana', day: 1 }]);
	expect(found[0]!.text).toContain('Ana works 3 nights in a row from Tuesday 2026-11-24; at most 2');
});

it('max-consecutive-nights counts anew after another shift or a day off', () => {
	expect(planted(maxConsecutiveNights, ['N', 'N', 'L', 'N', 'N', '', 'N'], { contract })).toEqual([]);
});

it("max-consecutive-nights goes by the contract's own night", () => {
	const night = { from: '21:00', to: '01:00', minHours: 1 };
	const plan = ['L', 'L', 'L'];
	expect(planted(maxConsecutiveNights, plan, { contract: { ...contract, night } })).toHaveLength(1);
	expect(
		planted(maxConsecutiveNights, plan, { contract: { ...contract, night: { ...night, minHours: 2 } } })
	).toEqual([]);
});
