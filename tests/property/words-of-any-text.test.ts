import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	findCues,
	guessIntent,
	maskPersonalData,
	summarise,
	trainIntents
} from '#solver/conversations/index.ts';
import { scoreTurn } from '#solver/sentiment/index.ts';
import { demoIntentExamples } from '#solver/simulation/index.ts';

const model = trainIntents(demoIntentExamples());
const READERS: Record<string, (text: string) => unknown> = {
	'scoreTurn()': (text) => scoreTurn(text),
	'findCues()': (text) => findCues(text),
	'guessIntent()': (text) => guessIntent(model, [text]),
	'summarise()': (text) => summarise([{ party: 'customer', text }]),
	'maskPersonalData()': (text) => maskPersonalData(text)
};
const WORDLESS = {
	empty: '',
	blanks: ' \n\t ',
	'emoji only': '😡😡👍🏽👩‍👩‍👧',
	'a lone surrogate': '\ud83d',
	'zero-width': '\u200b\u200d\ufeff\u2060',
	marks: '?!… — “”',
	Arabic: 'طلبي لم يصل بعد وأنا غاضب جدا',
	Hebrew: 'ההזמנה שלי לא הגיעה',
	Russian: 'где мой заказ, я очень недоволен',
	Chinese: '我的订单在哪里',
	German: 'Wo ist mein Paket? Ich warte schon seit zwei Wochen und bin sehr verärgert'
};
/** One kilobyte each, repeated: whatever is not linear in the text shows. */
const UNITS: Record<string, string> = {
	'one word': 'a'.repeat(1000),
	'words that differ': Array.from({ length: 140 }, (_, i) => `w${i}rd`).join(' '),
	complaints: 'I am furious, nobody helps me. Quiero hablar con una persona. '.repeat(17),
	digits: '4 1 1 1 '.repeat(125),
	'one number': '7'.repeat(1000),
	'at signs': 'a@'.repeat(500),
	'full stops': '. '.repeat(500),
	'no end': 'no '.repeat(333),
	emoji: '😡'.repeat(250),
	'right to left': '\u202eغاضب '.repeat(160),
	surrogates: '\ud800'.repeat(1000),
	'zero width': 'a\u200b'.repeat(500),
	'combining marks': 'e\u0301\u0301\u0301'.repeat(250)
};

describe.each(Object.entries(READERS))('%s', (name, readText) => {
	it('answers any text, the same each time', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 20 }),
			fc.constantFrom(
				'no',
				'I will sue you',
				'612 345 678',
				'\ud800',
				'\u202e',
				'\u200b',
				'😡',
				'. ',
				'\n',
				'a@b.es'
			)
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
				const text = pieces.join(' ');
				expect(readText(text)).toEqual(readText(text));
			}),
			{ seed: 11, numRuns: 200 }
		);
	});

	it.each(Object.entries(UNITS))('takes 100 kB of %s without a slowdown', (_, unit) => {
		/** The shortest of some runs, in ms of this thread; a busy machine counts some of them far too long. */
		const shortest = (text: string, enough: number, runs: number): number => {
			let best = Infinity;
			for (let run = 0; run < runs && best >= enough; run++) {
				const start = process.threadCpuUsage();
				readText(text);
				const { user, system } = process.threadCpuUsage(start);
				best = Math.min(best, (user + system) / 1000);
			}
			return best;
		};
		const small = shortest(unit.repeat(10), 0, 3);
		// Ten times the text: linear is ten times the time, and what is quadratic a hundred.
		const most = Math.max(150, 40 * small);
		const large = shortest(unit.repeat(100), most, 12);
		expect(
			large,
			`${name}: ${small.toFixed(1)} ms for 10 kB, ${large.toFixed(1)} ms for 100 kB`
		).toBeLessThan(most);
		expect(large).toBeLessThan(1_000);
	});
});

describe('a text without words that are understood', () => {
	it.each(Object.entries(WORDLESS))(
		'%s: language unknown, neutral, low confidence; no cue, no intent',
		(_, text) => {
			expect(scoreTurn(text)).toMatchObject({ language: 'unknown', label: 'neutral' });
			expect(scoreTurn(text).confidence).toBeLessThanOrEqual(0.2);
			expect(findCues(text)).toEqual([]);
			expect(guessIntent(model, [text])).toMatchObject({ intent: null, probability: 0 });
			expect(maskPersonalData(text)).toEqual({ text, found: [] });
		}
	);
});
