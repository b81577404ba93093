import { expect, it } from 'vitest';
import { readWhatIf, writeWhatIf, type WhatIfMove } from './what-if.ts';

it('readWhatIf() reads what writeWhatIf() writes, whatever the ids hold', () => {
	const moves: WhatIfMove[] = [
		{ kind: 'move', from: 'a:b', to: 'c,d &%', count: 3 },
		{ kind: 'absent', queue: 'ñ/ü', count: 12 },
		{ kind: 'extra', queue: '2', count: 1 },
		{ kind: 'callback', queue: 'a b', count: 8 },
		{ kind: 'bot', queue: 'c', count: 2 }
	];
	for (const move of moves) {
		const text = writeWhatIf(move);
		expect(text).not.toContain(',');
		expect(readWhatIf(text)).toEqual(move);
	}
});

it.each([
	'',
	'move',
	'move:a:2',
	'move:a:b:0',
	'move:a:b:1.5',
	'move:a:b:x',
	'absent::1',
	'extra:a:b:1',
	'bot:a:b:1',
	'move:%:b:1'
])('readWhatIf() answers null for "%s"', (text) => expect(readWhatIf(text)).toBeNull());
