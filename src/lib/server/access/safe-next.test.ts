import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('safeNext()', () => {
	it.each(['/', '/plan/forecast', '/floor?queue=sales&sort=-waiting', '/a#b', '/a?next=//x.example'])(
		'keeps %j',
		(next) => {
			expect(safeNext(next)).toBe(next);
		}
	);

	it.each([
		null,
		undefined,
		'',
		'https://evil.example/',
		'//evil.example',
		'/\\evil.example',
		'\\/evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'/.//evil.example',
		'/a/..//evil.example',
		'javascript:alert(1)',
		'evil.example',
		'/sign-in?next=/sign-in',
		'/sign-out',
		'/welcome'
	])('turns %j into the front page', (next) => {
		expect(safeNext(next)).toBe('/');
	});

	it('never leaves the site, whatever it is given', () => {
		const part = fc.constantFrom(
			'/',
			'\\',
			'//',
			'evil.example',
			'..',
			'.',
			'@',
			':',
			'%2f',
			'\t',
			'\n',
			' ',
			'?',
			'#',
			'http:'
		);
		let kept = 0;
		fc.assert(
			fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
				const next = safeNext('/' + parts.join(''));
				if (next !== '/') kept++;
				expect(new URL(next, 'https://marea.example/sign-in').origin).toBe('https://marea.example');
			}),
			{ seed: 7, numRuns: 2000 }
		);
		expect(kept).toBeGreaterThan(100);
	});
});
