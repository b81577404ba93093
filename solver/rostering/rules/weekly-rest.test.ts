import { expect, it } from 'vitest';
import { planted } from './planted.ts';
import { weeklyRest } from './weekly-rest.ts';

const contract = { minWeeklyRestHours: 36 };

it('weekly-rest finds a week whose only day off lies between a late and an early shift', () => {
	const found = planted(weeklyRest, ['D', 'D', 'L', '', 'X', 'X', 'L'], { contract });
	expect(found).toMatchObject([{ agent: 'ana', day: 0 }]);
	expect(found[0]!.text).toContain(
		'Ana rests 32 hours at a stretch in the week of Monday 2026-11-23; at least 36'
	);
});

it('weekly-rest counts to the edge of the week, and what passes into the next', () => {
	expect(
		planted(weeklyRest, ['D', 'D', 'D', 'D', 'D', 'X', ''], { contract: { minWeeklyRestHours: 30 } })
	).toEqual([]);
	const two = ['', '', 'D', 'D', 'D', 'D', 'N', '', 'X', 'D', 'D', 'D', 'D', 'D'];
	expect(planted(weeklyRest, two, { contract: { minWeeklyRestHours: 24 } })).toEqual([]);
	expect(planted(weeklyRest, two, { contract: { minWeeklyRestHours: 25 } })).toMatchObject([{ day: 7 }]);
});

it('weekly-rest lets a week that the horizon cuts be', () => {
	expect(planted(weeklyRest, ['X', 'X', 'X', 'X', 'X'], { contract })).toEqual([]);
});
