import { expect, it } from 'vitest';
import { minors } from './minors.ts';
import { planted } from './planted.ts';

const contract = { minors: {}, minRestHours: 8 };

it('minors finds hours, times and rest beyond what the law has', () => {
	const found = planted(minors, ['N', '', 'X', 'D'], { contract });
	expect(found.map(({ day }) => day)).toEqual([0, 2]);
	expect(found[0]!.text).toBe('Ana, under age, works 22:00–30:00, only 06:00–22:00 on Monday 2026-11-23.');
	expect(found[1]!.text).toContain('has 12 paid hours, at most 8');
	expect(planted(minors, ['L', 'D'], { contract })[0]!.text).toContain('rests 10 hours before, at least 12');
});

it("minors goes by the contract's own limits where it has them, and leaves others be", () => {
	expect(planted(minors, ['L', '', 'D', 'D'], { contract })).toEqual([]);
	const strict = { minors: { to: '20:00' } };
	expect(planted(minors, ['L'], { contract: strict })).toHaveLength(1);
	expect(planted(minors, ['N', 'X'], { contract: { minRestHours: 0 } })).toEqual([]);
});
