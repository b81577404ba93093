import { hashGrams } from '../hash.ts';
import { SPELLING_BITS, SPELLING_SCALE, SPELLING_WEIGHTS } from '../model/spelling.ts';
import { decodeInt8 } from '../decode-int8.ts';

let weights: Int8Array | undefined;

/**
 * Log odds that a folded word is spelt like Spanish (> 0) rather than English (< 0), from its letter groups of one to
 * four; weights learned from the word lists of the training texts. Cost: linear in the word's length, at most 24
 * letters of it.
 */
export function spellingScore(folded: string): number {
	weights ??= decodeInt8(SPELLING_WEIGHTS);
	let sum = 0;
	let count = 0;
	hashGrams(folded, 1, 4, (hash) => {
		sum += weights![hash & ((1 << SPELLING_BITS) - 1)] ?? 0;
		count++;
	});
	return count === 0 ? 0 : (sum * SPELLING_SCALE) / Math.sqrt(count);
}
