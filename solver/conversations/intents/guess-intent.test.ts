import { describe, expect, it } from 'vitest';
import { guessIntent } from './guess-intent.ts';
import type { IntentExample } from './intent-model.ts';
import { trainIntents } from './train-intents.ts';

const EXAMPLES: IntentExample[] = [
	{ text: 'My bill is twice what it was last month', intent: 'billing', language: 'en' },
	{ text: 'I was charged twice on this invoice', intent: 'billing', language: 'en' },
	{ text: 'La factura es más alta que el mes pasado', intent: 'billing', language: 'es' },
	{ text: 'Me han cobrado dos veces la misma factura', intent: 'billing', language: 'es' },
	{ text: 'There is no electricity in our street', intent: 'outage', language: 'en' },
	{ text: 'The internet is down since this morning', intent: 'outage', language: 'en' },
	{ text: 'No tenemos luz en toda la calle', intent: 'outage', language: 'es' },
	{ text: 'El internet no funciona desde esta mañana', intent: 'outage', language: 'es' }
];

describe('guessIntent()', () => {
	const model = trainIntents(EXAMPLES);

	it('tells intents apart in both languages', () => {
		expect(guessIntent(model, ['why is my bill so high']).intent).toBe('billing');
		expect(guessIntent(model, ['hola', 'sigo sin luz en la calle']).intent).toBe('outage');
	});

	it('says nothing without words or in a third language', () => {
		for (const text of ['', '😀😀', 'Wo ist mein Paket? Ich warte schon seit zwei Wochen', 'طلبي لم يصل'])
			expect(guessIntent(model, [text])).toMatchObject({ intent: null, probability: 0 });
	});

	it('says nothing where no word speaks for an intent, however few there are to choose from', () => {
		for (const text of ['zxqv', 'hello', 'ok', '12345 - 12345'])
			expect(guessIntent(model, [text]).intent, text).toBeNull();
	});

	it('says the same after a way through JSON', () => {
		const copy = JSON.parse(JSON.stringify(model)) as typeof model;
		expect(guessIntent(copy, ['no internet'])).toEqual(guessIntent(model, ['no internet']));
	});
});

describe('trainIntents()', () => {
	it('gives the same model for the same examples and seed', () => {
		expect(trainIntents(EXAMPLES, { seed: 3 })).toEqual(trainIntents(EXAMPLES, { seed: 3 }));
	});

	it('refuses no examples and an example without text', () => {
		expect(() => trainIntents([])).toThrow('at least one example');
		expect(() => trainIntents([{ text: ' ', intent: 'billing', language: 'en' }])).toThrow('example 1');
	});
});
