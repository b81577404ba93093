const WORD = /[\p{L}\p{N}]{3,}/gu;

const wordsOf = (text: string): Set<string> =>
	new Set(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(WORD));

/** From this share on, what was said counts as the answer given, in the agent's own words or not. */
export const GIVEN_FROM = 0.6;

/**
 * Which share of an answer's words (three letters or more, without accents and case) are in what was said, 0–1; 0 for an
 * answer without words. Cost linear in both texts.
 *
 * @example shareOfAnswer('Your refund is on its way, Eva.', 'Your refund is on its way.') // 1
 */
export function shareOfAnswer(said: string, answer: string): number {
	const wanted = wordsOf(answer);
	if (wanted.size === 0) return 0;
	const given = wordsOf(said);
	let found = 0;
	for (const word of wanted) if (given.has(word)) found++;
	return found / wanted.size;
}
