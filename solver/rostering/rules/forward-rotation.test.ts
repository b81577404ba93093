import { expect, it } from 'vitest';
import { forwardRotation } from './forward-rotation.ts';
import { planted } from './planted.ts';

const contract = { forwardOnly: true, minRestHours: 0 };

it('forward-rotation finds a start that goes back', () => {
	const found = planted(forwardRotation, ['D', 'L', 'D'], { contract });
	expect(found).toMatchObject([{ rule: 'forward-rotation', agent: 'ana', day: 2 }]);
	expect(found[0]!.text).toContain('Ana starts at 08:00 on Wednesday 2026-11-25, after 14:00 the day before');
});

it('forward-rotation begins anew after a day off', () => {
	expect(planted(forwardRotation, ['X', 'D', 'D', 'L', 'N', '', 'X'], { contract })).toEqual([]);
});
