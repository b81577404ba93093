import { describe, expect, it } from 'vitest';
import { slot, splitSlots } from './split-slots.ts';

describe('splitSlots()', () => {
	it('keeps the order of the language', () => {
		expect(splitSlots(`Grow ${slot(0)} % a ${slot(1)}.`)).toEqual([
			{ kind: 'words', text: 'Grow' },
			{ kind: 'field', index: 0 },
			{ kind: 'words', text: '% a' },
			{ kind: 'field', index: 1 },
			{ kind: 'words', text: '.' }
		]);
		expect(splitSlots(`${slot(1)}${slot(0)}`)).toEqual([
			{ kind: 'field', index: 1 },
			{ kind: 'field', index: 0 }
		]);
		expect(splitSlots('no field')).toEqual([{ kind: 'words', text: 'no field' }]);
	});
});
