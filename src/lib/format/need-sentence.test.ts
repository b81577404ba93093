import { expect, it } from 'vitest';
import type { NeedReasonRow } from '#lib/contracts/needs.ts';
import { needSentence } from './need-sentence.ts';

const NOW = 1_000_000;
const reasons: NeedReasonRow[] = [
	{ kind: 'asks-for-person', times: 2 },
	{ kind: 'mood-low', mood: -3.4 },
	{ kind: 'mood-fell', from: 1.2, to: -3.4, turns: 4 },
	{ kind: 'waiting', sinceMs: NOW - 192_000 }
];

it('needSentence() says all of it in one sentence, in the reader’s language', () => {
	expect(needSentence(reasons, NOW, 'en')).toBe(
		'Asked twice for a person, mood fell from +1.2 to −3.4 in 4 turns, waiting 3:12'.replace('−', '-')
	);
	expect(needSentence(reasons, NOW, 'es')).toBe(
		'Ha pedido dos veces hablar con una persona, el ánimo cayó de +1,2 a -3,4 en 4 turnos, lleva 3:12 esperando'
	);
	expect(needSentence([], NOW, 'en')).toBe('no reason told');
});

it('needSentence() has other words for every kind of reason and says one in the singular', () => {
	const all: NeedReasonRow[] = [
		...(['anger', 'worry', 'legal-threat', 'churn-threat', 'vulnerability', 'asks-for-person'] as const).map(
			(kind) => ({ kind, times: 1 })
		),
		{ kind: 'anger', times: 3 },
		{ kind: 'asks-for-another', times: 1 },
		{ kind: 'asks-for-another', times: 2 },
		{ kind: 'repeated-contact', contacts: null },
		{ kind: 'repeated-contact', contacts: 1 },
		{ kind: 'repeated-contact', contacts: 4 },
		{ kind: 'mood-low', mood: -2 },
		{ kind: 'mood-fell', from: 0, to: -2, turns: 1 },
		{ kind: 'bot-failed', turns: 1 },
		{ kind: 'bot-failed', turns: 2 },
		{ kind: 'waiting', sinceMs: 0 },
		{ kind: 'on-hold', sinceMs: 0 },
		{ kind: 'unanswered', sinceMs: 0 },
		{ kind: 'priority', priority: 5 }
	];
	for (const locale of ['en', 'es'] as const) {
		const texts = all.map((reason) => needSentence([reason], NOW, locale));
		expect(new Set(texts).size).toBe(all.length);
	}
});
