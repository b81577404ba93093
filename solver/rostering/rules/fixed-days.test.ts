import { expect, it } from 'vitest';
import { fixedDays } from './fixed-days.ts';
import { planted } from './planted.ts';

const given = {
	fixed: [
		{ agent: 'ana', day: 0, shift: 'D' },
		{ agent: 'ana', day: 1, shift: 'off' }
	]
};

it('fixed-days finds another shift, a missing one, and work on a day fixed as off', () => {
	expect(planted(fixedDays, ['L', ''], {}, [], given)).toMatchObject([{ agent: 'ana', day: 0 }]);
	expect(planted(fixedDays, ['', ''], {}, [], given)[0]!.text).toContain('has off on Monday');
	expect(planted(fixedDays, ['D', 'D'], {}, [], given)).toMatchObject([{ day: 1 }]);
});

it('fixed-days lets what was decided be', () => {
	expect(planted(fixedDays, ['D', '', 'L'], {}, [], given)).toEqual([]);
});
