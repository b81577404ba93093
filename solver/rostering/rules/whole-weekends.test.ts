import { expect, it } from 'vitest';
import { planted } from './planted.ts';
import { wholeWeekends } from './whole-weekends.ts';

const contract = { wholeWeekends: true };
const week = ['', '', '', '', ''];

it('whole-weekends finds work on one of the two days', () => {
	expect(planted(wholeWeekends, [...week, 'D', ''], { contract })).toMatchObject([{ agent: 'ana', day: 5 }]);
	const found = planted(wholeWeekends, [...week, '', 'D'], { contract });
	expect(found).toMatchObject([{ agent: 'ana', day: 6 }]);
	expect(found[0]!.text).toContain('only one day of the weekend of Saturday 2026-11-28');
});

it('whole-weekends accepts both, neither, and a weekend that the horizon cuts', () => {
	expect(planted(wholeWeekends, [...week, 'D', 'L'], { contract })).toEqual([]);
	expect(planted(wholeWeekends, [...week, '', ''], { contract })).toEqual([]);
	expect(planted(wholeWeekends, [...week, 'D'], { contract })).toEqual([]);
});
