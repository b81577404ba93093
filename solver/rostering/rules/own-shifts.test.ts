import { expect, it } from 'vitest';
import { ownShifts } from './own-shifts.ts';
import { planted } from './planted.ts';

const given = { options: [{ id: 'mine', agent: 'ana', day: 1, start: '09:00', lengthMinutes: 240 }] };

it('own-shifts finds a shift worked on another day than its own', () => {
	expect(planted(ownShifts, ['mine', ''], {}, [], given)).toMatchObject([{ rule: 'own-shifts', day: 0 }]);
});

it('own-shifts lets its agent work it on its day, and anybody the templates', () => {
	expect(planted(ownShifts, ['D', 'mine'], {}, [], given)).toEqual([]);
});
