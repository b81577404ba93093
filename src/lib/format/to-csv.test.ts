import { describe, expect, it } from 'vitest';
import { toCsv } from './to-csv.ts';

describe('toCsv()', () => {
	it('quotes what needs it and leaves unknown empty', () => {
		expect(
			toCsv(
				['a', 'b'],
				[
					['x,y', 'say "hi"'],
					[null, 1.5]
				]
			)
		).toBe('a,b\r\n"x,y","say ""hi"""\r\n,1.5\r\n');
	});
	it('does not hand a spreadsheet a formula', () => {
		expect(toCsv(['q'], [['=HYPERLINK("x")'], ['-12'], [-12]])).toBe(
			'q\r\n"\'=HYPERLINK(""x"")"\r\n-12\r\n-12\r\n'
		);
	});
});
