import { expect, it } from 'vitest';
import { planted } from './planted.ts';
import { sequences } from './sequences.ts';

const kinds = [
	{ id: 'early', from: '05:00', to: '09:00' },
	{ id: 'late', from: '13:00', to: '18:00' }
];
const under = (...list: Record<string, unknown>[]) => ({ contract: { kinds, sequences: list } });

it('sequences finds what must not follow, by kind, by night and by id', () => {
	const found = planted(sequences, ['N', 'X', 'L', 'D'], under({ after: 'night', never: ['early'] }));
	expect(found).toMatchObject([{ rule: 'sequences', agent: 'ana', day: 1 }]);
	expect(found[0]!.text).toContain('Ana has "X" on Tuesday 2026-11-24; after night never early');
	expect(planted(sequences, ['L', 'D'], under({ after: 'L', never: 'D' }))).toHaveLength(1);
	expect(planted(sequences, ['L', 'D'], under({ after: 'L', never: 'X' }))).toEqual([]);
});

it('sequences holds the next day to what may follow, over several days', () => {
	const rested = under({ after: ['night', 'off'], then: ['off'] });
	expect(planted(sequences, ['N', '', 'L'], rested)).toMatchObject([{ day: 2 }]);
	expect(planted(sequences, ['N', '', '', 'L'], rested)).toEqual([]);
	const late = under({ after: 'late', then: ['late', 'off'] });
	expect(planted(sequences, ['L', 'L', '', 'D'], late)).toEqual([]);
	expect(planted(sequences, ['L', 'D'], late)).toHaveLength(1);
});
