import { expect, it } from 'vitest';
import { turnSegments } from './turn-segments.ts';

const text = 'I will sue you, terrible people';

it('turnSegments() marks words and cues where they stand, also one within the other', () => {
	const segments = turnSegments({
		text,
		words: [
			{ start: 7, end: 10, weight: -0.2 },
			{ start: 16, end: 24, weight: -0.6 }
		],
		cues: [{ kind: 'legal-threat', start: 0, end: 14 }]
	});
	expect(segments).toEqual([
		{ text: 'I will ', weight: null, cues: ['legal-threat'] },
		{ text: 'sue', weight: -0.2, cues: ['legal-threat'] },
		{ text: ' you', weight: null, cues: ['legal-threat'] },
		{ text: ', ', weight: null, cues: [] },
		{ text: 'terrible', weight: -0.6, cues: [] },
		{ text: ' people', weight: null, cues: [] }
	]);
	expect(segments.map((segment) => segment.text).join('')).toBe(text);
});

it('turnSegments() of a text without marks is the text, of none is nothing', () => {
	expect(turnSegments({ text, words: [], cues: [] })).toEqual([{ text, weight: null, cues: [] }]);
	expect(turnSegments({ text: '', words: [], cues: [] })).toEqual([]);
});
