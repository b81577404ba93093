import { expect, it } from 'vitest';
import { fixedActivities } from './fixed-activities.ts';
import { planted } from './planted.ts';

const given = { activities: [{ agent: 'ana', day: 0, from: '10:00', to: '11:00', kind: 'training' }] };

it('fixed-activities finds a day off and a shift without it', () => {
	for (const shift of ['', 'D', 'L'])
		expect(planted(fixedActivities, [shift], {}, [], given), shift).toMatchObject([
			{ rule: 'fixed-activities', day: 0 }
		]);
});

it('fixed-activities lets a shift hold it', () => {
	expect(planted(fixedActivities, ['D + ana 0'], {}, [], given)).toEqual([]);
});
