import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-password.ts';

describe('isCommonPassword()', () => {
	it.each([
		'password123',
		'P@ssw0rd2026',
		'Contraseña1!',
		'qwertyuiop',
		'QWERTYUIOP123',
		'poiuytrewq',
		'1234567890',
		'0987654321',
		'aaaaaaaaaaaa',
		'abcabcabcabc',
		'Welcome2026!',
		'Bienvenida25',
		'passwordpassword',
		'callcenter99'
	])('refuses %s', (password) => expect(isCommonPassword(password)).toBe(true));

	it.each([
		'correct horse',
		'marea-demo',
		'tres tristes tigres',
		'k9!vT2#qLm0z',
		'aBcdXyz-19-Lima',
		'wrong horse'
	])('takes %s', (password) => expect(isCommonPassword(password)).toBe(false));

	it('refuses little more than the own name or address', () => {
		const known = ['marta.ruiz@example.org', 'Marta Ruiz'];
		for (const password of ['marta2026!!!', 'Ruiz-123456', 'example.org1'])
			expect(isCommonPassword(password, known), password).toBe(true);
		expect(isCommonPassword('marta plays the oboe', known)).toBe(false);
	});
});
