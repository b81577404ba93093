/** What a move must save while none and while all of those that can be saved up are left, in weighted contacts. */
export interface PriceRange {
	scarce: number;
	plenty: number;
}

/**
 * What the next move must save where only so many may be made: the fewer are left, the more, so that they are spent
 * where they bring most, and as little as the moves themselves cost where more could not be saved up any longer. Evenly
 * in the logarithm between the two. A price that follows what is left in store holds the rate at which moves are made to
 * the rate at which they are allowed, whatever the day is like.
 *
 * @param left moves left now; may be a fraction of one
 * @param most moves that can be saved up, above 0
 * @example movePrice(0, 6, { scarce: 4, plenty: 0.5 }) // 4
 */
export function movePrice(left: number, most: number, { scarce, plenty }: PriceRange): number {
	const share = Math.min(1, Math.max(0, left / most));
	return scarce * (plenty / scarce) ** share;
}
