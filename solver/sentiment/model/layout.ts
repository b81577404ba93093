/** Size of the hashed part of a model: 2^TABLE_BITS places. */
export const TABLE_BITS = 16;

/** A text's words, word pairs and letter groups: the length of each one's vector, its own salt, and how many fill it. */
export const FAMILIES = [
	{ name: 'words', scale: 1, salt: 1, most: 64 },
	{ name: 'pairs', scale: 0.5, salt: 2, most: 64 },
	{ name: 'grams', scale: 0.7, salt: 3, most: 600 }
] as const;

/**
 * The value of each of `count` hashes of a family: they make a vector of length `scale`, and of texts with more than
 * `most` hashes the mean counts, so that a long text is not read louder than a short one.
 */
export const valueOf = ({ scale, most }: { scale: number; most: number }, count: number): number =>
	(scale / Math.sqrt(Math.max(1, count))) * Math.min(1, Math.sqrt(most / Math.max(1, count)));

/** The place of a hash of one family in the table. */
export const placeOf = (hash: number, salt: number): number =>
	(Math.imul(hash, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)) >>> (32 - TABLE_BITS);

/** What a model answers, in the order of its tables; the neutral share is what the last two leave of 1. */
export const OUTPUTS = ['rating', 'negative', 'positive'] as const;

/** Learned weights of one language. */
export interface TrainedModel {
	/** For each output, a weight for each dense measure. */
	dense: readonly (readonly number[])[];
	/** For each output, what one step of its table is worth. */
	steps: readonly number[];
	/** Base64 of signed bytes: one table of 2^TABLE_BITS places for each output, one after the other. */
	table: string;
}
