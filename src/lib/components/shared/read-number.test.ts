import { expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

it.each([
	['12', 12],
	['0,8', 0.8],
	['0.8', 0.8],
	['-3', -3],
	['−3', -3],
	[' ,5 ', 0.5]
])('readNumber() takes "%s" as %s', (text, value) => {
	expect(readNumber(text)).toEqual({ kind: 'number', value });
});

it.each(['1.234,5', '1,234.5', 'twelve', '1e5', '--1', '.'])(
	'readNumber() does not guess at "%s"',
	(text) => {
		expect(readNumber(text)).toEqual({ kind: 'invalid' });
	}
);

it('readNumber() knows an empty field from a zero', () => {
	expect(readNumber('  ')).toEqual({ kind: 'empty' });
	expect(readNumber('0')).toEqual({ kind: 'number', value: 0 });
});
