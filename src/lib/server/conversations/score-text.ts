import { scoreTurn } from '#solver/sentiment/index.ts';

type Read = (text: string) => number | null;
// Kept outside the module, so that a second bundle reads by the same.
const KEY = Symbol.for('marea.moods');
const store = globalThis as { [KEY]?: Read };

/** The built-in model's mood of a customer's turn, −1 to 1; null where the words say nothing that could be read. */
export function scoreByModel(text: string): number | null {
	const { score, language } = scoreTurn(text);
	return language === 'unknown' && score === 0 ? null : score;
}

/** The mood of a customer's turn, −1 to 1, as the centre reads it; null where the words say nothing that could be read. */
export const scoreText: Read = (text) => (store[KEY] ?? scoreByModel)(text);

/** Has moods read so from now on; null: by the built-in model. It must answer at once. */
export function readMoodsBy(read: Read | null): void {
	if (read) store[KEY] = read;
	else delete store[KEY];
}
