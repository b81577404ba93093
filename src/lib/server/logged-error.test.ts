import { expect, it } from 'vitest';
import { loggedError } from './logged-error.ts';

it.each([
	['a parser’s message repeats its input', () => JSON.parse('Ana Gil 4111') as unknown],
	[
		'a failed query tells its parameters',
		() => {
			throw Object.assign(new Error('Failed query: select … params: Ana Gil'), {
				query: '…',
				params: ['Ana Gil']
			});
		}
	],
	[
		'a value in quotes',
		() => {
			throw new Error('The log tells of no customer "Ana Gil" and writes to ana@gil.es');
		}
	],
	[
		'a cause',
		() => {
			throw new Error('outer', { cause: new Error('no agent «Ana Gil»\nAna Gil') });
		}
	]
])('loggedError() keeps no value where %s', (_, fail) => {
	let thrown: unknown;
	try {
		fail();
	} catch (error) {
		thrown = error;
	}
	const logged = JSON.stringify(loggedError(thrown));
	expect(logged).not.toMatch(/Ana Gil|ana@gil/);
	expect(logged).toMatch(/logged-error\.test/);
	expect(logged).toContain('"type":');
});

it('loggedError() keeps the code and what was being done', () => {
	const error = Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' });
	expect(loggedError(error)).toMatchObject({
		type: 'Error',
		code: 'SQLITE_FULL',
		message: expect.stringContaining('full') as string
	});
});
