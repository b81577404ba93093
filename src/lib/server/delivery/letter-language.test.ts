import { expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { letterLanguage, setLetterLanguage } from './letter-language.ts';

it('setLetterLanguage() is kept and written down; refused without the right, and for a language there is not', async () => {
	const test = await openTestContext();
	try {
		expect(await letterLanguage(test.ctx)).toBe('en');
		await setLetterLanguage(test.ctx, actorWithRole('admin'), 'es');
		expect(await letterLanguage(test.ctx)).toBe('es');
		await expect(setLetterLanguage(test.ctx, actorWithRole('supervisor'), 'en')).rejects.toThrow(
			ForbiddenError
		);
		await expect(setLetterLanguage(test.ctx, actorWithRole('admin'), 'xx')).rejects.toThrow(
			InvalidInputError
		);
		expect(await letterLanguage(test.ctx)).toBe('es');
		expect(await test.audited()).toEqual(['letters.language']);
	} finally {
		test.close();
	}
});
