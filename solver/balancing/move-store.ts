/** What a floor bears without unrest: so many moves for 100 agents and hour, saved up for at most so long. */
export const MOVES_PER_100 = 6;
export const SAVED_HOURS = 1.5;

/** Moves that may be made now, a fraction of one with it, and what can be saved up at the most. */
export interface MoveStore {
	left: number;
	most: number;
}

/** What can be saved up with so many people on duty; on the smallest floors as many as `least`. */
export const mostMoves = (onDuty: number, least = 0): number =>
	Math.max(least, (onDuty * MOVES_PER_100 * SAVED_HOURS) / 100);

/**
 * A store of moves after some time: it fills at the rate that the floor bears and never beyond what can be saved up, so
 * that over any span no more are made than that rate and a full store allow. Who made more by hand works that off first,
 * as far as a full store's worth.
 *
 * @param left before it
 * @param made within that time
 * @example storeAfter(0, { onDuty: 100, hours: 0.5, made: 0 }) // { left: 3, most: 9 }
 */
export function storeAfter(
	left: number,
	{ onDuty, hours, made, least = 0 }: { onDuty: number; hours: number; made: number; least?: number }
): MoveStore {
	const most = mostMoves(onDuty, least);
	const earned = (onDuty * MOVES_PER_100 * hours) / 100;
	return { left: Math.max(-most, Math.min(most, left + earned) - made), most };
}
