import type { Token } from '../tokenise.ts';
import { wordFacts } from '../word-facts.ts';

export type TurnLanguage = 'en' | 'es' | 'mixed' | 'unknown';

export interface IdentifiedLanguage {
	language: TurnLanguage;
	/** How far the words agree, 0…1. */
	confidence: number;
	/** Share of English and Spanish among the two (add up to 1). */
	share: { en: number; es: number };
}

const MIXED_SHARE = 0.25;
const MIXED_WEIGHT = 1.5;

/**
 * Tells English, Spanish, both, and neither apart from a turn's words. `unknown` stands for a third language, another
 * script, or no words at all. Cost: linear in the number of tokens.
 */
export function identifyLanguage(tokens: readonly Token[]): IdentifiedLanguage {
	let [en, es, other, latin, words] = [0, 0, 0, 0, 0];
	for (const token of tokens) {
		if (token.kind !== 'word') continue;
		words++;
		const fact = wordFacts(token.text);
		if (!fact.latin) continue;
		latin++;
		const vote = fact.language;
		const weight = token.tagged ? 0.4 : 1;
		en += weight * vote.en;
		es += weight * vote.es;
		other += weight * vote.other;
	}
	const both = en + es;
	const share = both > 0 ? { en: en / both, es: es / both } : { en: 0.5, es: 0.5 };
	const best = Math.max(en, es);
	if (latin * 2 < words || both === 0 || (other > 1.25 * best && other >= 1))
		return { language: 'unknown', confidence: words === 0 ? 0 : other / (other + both || 1), share };
	const evidence = both / (both + 0.5 * other + 0.3);
	if (share.en >= MIXED_SHARE && share.es >= MIXED_SHARE && Math.min(en, es) >= MIXED_WEIGHT)
		return { language: 'mixed', confidence: evidence * 0.8, share };
	return {
		language: en >= es ? 'en' : 'es',
		confidence: evidence * Math.max(share.en, share.es),
		share
	};
}
