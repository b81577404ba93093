import type { InValue } from '@libsql/client';

const ACCENTED: Record<string, string> = {
	a: 'aàáâäã',
	c: 'cç',
	e: 'eèéêë',
	i: 'iìíîï',
	n: 'nñ',
	o: 'oòóôöõ',
	u: 'uùúûü'
};

/** Letters without accents and case. */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a message holds a word in any case, with or without accents: "devolución" also finds "DEVOLUCION". */
export const HAS_WORD_SQL = `CASE WHEN m.text LIKE ? ESCAPE '\\' THEN m.text GLOB ? ELSE 0 END`;

/**
 * For HAS_WORD_SQL. LIKE, which is quick, looks for the word with any letter in place of those that may have an
 * accent; GLOB, which is 30 times slower, then tells whether it is the word.
 */
export function wordArgs(word: string): InValue[] {
	const letters = [...plainText(word)];
	const like = letters.map((letter) => {
		if (letter in ACCENTED || letter > '\u007f') return '_';
		return '%_\\'.includes(letter) ? `\\${letter}` : letter;
	});
	const glob = letters.map((letter) => {
		const alike = ACCENTED[letter] ?? letter;
		if (alike.length > 1 || alike !== alike.toUpperCase()) return `[${alike}${alike.toUpperCase()}]`;
		return '*?['.includes(letter) ? `[${letter}]` : letter;
	});
	return [`%${like.join('')}%`, `*${glob.join('')}*`];
}
