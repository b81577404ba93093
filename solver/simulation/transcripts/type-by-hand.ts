import type { Random } from '../../numeric/random.ts';
import { pick } from '../draws.ts';
import { plain } from './fill-slots.ts';

const EMOJI: string[][] = [
	['😡', '🤬', '😤', '👎'],
	['😕', '🙄', '😞', '😩'],
	['🤔', '🙏'],
	['🙂', '👍', '😊'],
	['😄', '🎉', '❤️', '🙌', '😍']
];

/** Makes a customer's sentence look typed on a phone: lower case, lost accents, a slip, shouting, an emoji. */
export function typeByHand(random: Random, text: string, moodBand: number): string {
	let typed = text;
	if (random.uniform() < 0.35) typed = typed[0]!.toLowerCase() + typed.slice(1);
	if (random.uniform() < 0.3) typed = plain(typed).replace(/[¿¡]/g, '');
	if (random.uniform() < 0.3) typed = typed.replace(/\.$/, '');
	if (random.uniform() < 0.18) typed = withSlip(random, typed);
	if (moodBand === 0 && random.uniform() < 0.2) typed = typed.toUpperCase();
	if (moodBand <= 1 && random.uniform() < 0.15)
		typed = typed.replace(/[.!]?$/, pick(random, ['!!', '!!!', '...']));
	if (random.uniform() < (moodBand === 2 ? 0.05 : 0.22)) typed += ` ${pick(random, EMOJI[moodBand]!)}`;
	return typed;
}

/** Two letters swapped, one lost or one doubled, inside a word of five letters or more. */
function withSlip(random: Random, text: string): string {
	const words = text.split(' ');
	const long = words.flatMap((word, i) => (/^\p{L}{5,}$/u.test(word) ? [i] : []));
	if (long.length === 0) return text;
	const at = pick(random, long);
	const word = words[at]!;
	const i = 1 + random.below(word.length - 2);
	words[at] = pick(random, [
		word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2),
		word.slice(0, i) + word.slice(i + 1),
		word.slice(0, i) + word[i]! + word.slice(i)
	]);
	return words.join(' ');
}
