import { describe, expect, it } from 'vitest';
import { tokenise } from './tokenise.ts';

const pieces = (text: string) => tokenise(text).map((token) => `${token.kind}:${token.text}`);

describe('tokenise()', () => {
	it('splits words, marks, faces and emoji', () => {
		expect(pieces("I can't log in :( 😡👍🏽!!")).toEqual([
			'word:I',
			"word:can't",
			'word:log',
			'word:in',
			'face::(',
			'emoji:😡',
			'emoji:👍🏽',
			'mark:!!'
		]);
	});

	it('splits hashtags into their words and keeps mentions, links and numbers whole', () => {
		expect(pieces('#NuncaMás @marea https://a.b/c?d 1.250,50')).toEqual([
			'word:Nunca',
			'word:Más',
			'mention:@marea',
			'link:https://a.b/c?d',
			'number:1.250,50'
		]);
	});

	it('gives places that cut the token out of the text', () => {
		const text = '¡Qué mal! 😞 #NoMeGusta…';
		for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
	});
});
