import { expect, it } from 'vitest';
import { minConsecutiveNights } from './min-consecutive-nights.ts';
import { planted } from './planted.ts';

const contract = { minConsecutiveNights: 2 };

it('min-consecutive-nights finds a single night, next to other work too', () => {
	const found = planted(minConsecutiveNights, ['', 'N', '', 'L', 'N', ''], { contract });
	expect(found).toMatchObject([{ agent: 'ana', day: 1 }, { day: 4 }]);
	expect(found[0]!.text).toContain('Ana works only 1 nights in a row from Tuesday 2026-11-24; at least 2');
});

it('min-consecutive-nights lets the edges of the horizon be', () => {
	expect(planted(minConsecutiveNights, ['N', '', 'N', 'N', '', 'N'], { contract })).toEqual([]);
});
