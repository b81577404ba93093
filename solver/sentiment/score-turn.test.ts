import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOfScore } from './label-of-score.ts';
import { scoreTurn } from './score-turn.ts';

const score = (text: string) => scoreTurn(text).score;
const label = (text: string) => scoreTurn(text).label;

describe('scoreTurn()', () => {
	it('keeps score, label, confidence and words in range for any text, and answers the same twice', () => {
		let checked = 0;
		const piece = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				'not',
				'no',
				'good',
				'MALO',
				'!!!',
				':)',
				'😡',
				'#NuncaMás',
				'@x',
				'http://a.b',
				'\ud800',
				'\u202e'
			)
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = pieces.join(' ');
				const turn = scoreTurn(text);
				expect(Math.abs(turn.score)).toBeLessThanOrEqual(1);
				expect(turn.label).toBe(labelOfScore(turn.score));
				expect(turn.confidence).toBeGreaterThanOrEqual(0);
				expect(turn.confidence).toBeLessThanOrEqual(1);
				for (const word of turn.words) {
					expect(text.slice(word.start, word.end)).toBe(word.text);
					expect(Math.abs(word.weight)).toBeLessThanOrEqual(1);
				}
				expect(scoreTurn(text)).toEqual(turn);
				checked++;
			}),
			{ seed: 20, numRuns: 300 }
		);
		expect(checked).toBe(300);
	});

	it.each([
		['this is unacceptable', 'negative'],
		['nobody is helping me', 'negative'],
		['I have been waiting for two hours', 'negative'],
		['nadie me ayuda', 'negative'],
		['sigo sin internet', 'negative'],
		['no me ha llegado el pedido', 'negative'],
		['quiero poner una queja', 'negative'],
		['thanks, everything is sorted', 'positive'],
		['you were so kind, thank you', 'positive'],
		['gracias, todo resuelto', 'positive'],
		['qué rápido, muchísimas gracias', 'positive'],
		['I want to see my latest bill', 'neutral'],
		['could you tell me the opening hours please', 'neutral'],
		['quiero ver mi última factura', 'neutral'],
		['¿me puede decir el horario, por favor?', 'neutral']
	])('reads "%s" as %s', (text, expected) => expect(label(text)).toBe(expected));

	it.each([
		['I am happy', 'I am not happy'],
		['the service was good', 'the service was not good'],
		['this is helpful', 'this is not helpful'],
		['I like it', "I don't like it"],
		['I am satisfied', 'I am not satisfied'],
		['I would recommend you', 'I would never recommend you'],
		['I trust you', 'I do not trust you'],
		['that is bad', 'that is not bad'],
		['estoy contento', 'no estoy contento'],
		['me gusta', 'no me gusta nada'],
		['es un buen servicio', 'no es un buen servicio'],
		['estoy satisfecha', 'no estoy satisfecha'],
		['lo recomiendo', 'no lo recomiendo'],
		['me encanta', 'no me encanta nada'],
		['son amables', 'no son amables']
	])('turns the sign of "%s" in "%s"', (plain, negated) => {
		expect(Math.abs(score(plain))).toBeGreaterThan(0.05);
		expect(Math.sign(score(negated))).toBe(-Math.sign(score(plain)));
	});

	it.each([
		['good service', 'very good service'],
		['I am happy', 'I am extremely happy'],
		['I am angry', 'I am so angry'],
		['the agent was rude', 'the agent was very rude'],
		['buen servicio', 'muy buen servicio'],
		['estoy contento', 'estoy muy contento'],
		['estoy enfadado', 'estoy muy enfadado'],
		['es lento', 'es demasiado lento'],
		['this is good', 'this is GOOD!!!']
	])('is stronger for "%s" → "%s"', (plain, stronger) => {
		expect(Math.sign(score(stronger))).toBe(Math.sign(score(plain)));
		expect(Math.abs(score(stronger))).toBeGreaterThan(Math.abs(score(plain)));
	});

	it.each(['teribble service', 'pésimo servcio, estoi arto', 'sooooo baaaad', 'horible atencion'])(
		'reads through the spelling of "%s"',
		(text) => expect(label(text)).toBe('negative')
	);

	it.each([
		'Great, now I have no internet and no phone 🙄',
		'Genial, otra vez sin internet',
		'gracias por nada'
	])('does not take the irony of "%s" for praise', (text) => expect(score(text)).toBeLessThan(0));

	it('says which words made the score', () => {
		const { words } = scoreTurn('Gracias, pero el servicio es horrible');
		expect(words.find((word) => word.text === 'horrible')?.weight).toBeLessThan(-0.5);
		expect(words.find((word) => word.text === 'Gracias')?.weight).toBeGreaterThan(0);
	});

	it.each([
		'',
		'   ',
		'😡😡😡',
		'12345',
		'!!!',
		'שלום איפה ההזמנה שלי',
		'مرحبا أين طلبي',
		'где мой заказ',
		'我的订单在哪里'
	])('is neutral and unsure of "%s"', (text) => {
		const turn = scoreTurn(text);
		expect(turn).toMatchObject({ label: 'neutral', language: 'unknown' });
		expect(turn.confidence).toBeLessThanOrEqual(0.2);
	});

	it('does not read a long text louder than a short one', () => {
		const long = 'I am not happy with the bill, the amount is not right. '.repeat(2000);
		expect(long.length).toBeGreaterThan(100_000);
		expect(label(long)).toBe('negative');
		expect(score(long)).toBeGreaterThanOrEqual(-1);
	});

	it('obeys a given language', () => {
		expect(scoreTurn('fatal', { language: 'es' })).toMatchObject({ language: 'es', label: 'negative' });
		expect(scoreTurn('Ich warte', { language: 'en' }).language).toBe('en');
	});

	it('refuses what is no text, and a language it does not read', () => {
		expect(() => scoreTurn(7 as unknown as string)).toThrow('text "7" must be a string');
		expect(() => scoreTurn('hi', { language: 'fr' as 'en' })).toThrow('language "fr" must be auto, en or es');
	});
});
