const MARKS = /(?<!n)[\u0300-\u036f]+|(?<=n)[\u0300-\u0302\u0304-\u036f]+/g;
const APOSTROPHE = /['’`´]|\\u2019/g;

/**
 * The form under which a word is looked up: lower case, without apostrophes and accents (ñ is kept), runs of three or
 * more equal letters cut to two ("sooooo" → "soo", "¡Atención" → "atencion").
 *
 * Cost: linear in the word's length.
 */
export function foldWord(word: string): string {
	let folded = word.toLowerCase().replace(APOSTROPHE, '');
	if (!/^[a-z]*$/.test(folded)) {
		// Marks are taken off all letters but n, whose tilde makes another letter.
		folded = folded.normalize('NFD').replace(MARKS, '').normalize('NFC');
	}
	return folded.replace(/(.)\1{2,}/gu, '$1$1');
}
