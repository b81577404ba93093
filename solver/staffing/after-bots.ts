import { checkFraction } from './check-staffing.ts';

/** What bots do before people are asked. */
export interface BotShare {
	/** Fraction of the offered contacts that a bot takes first, 0 to 1. */
	share: number;
	/** Fraction of those that it closes without a person, 0 to 1. */
	containment: number;
}

/**
 * Contacts that are left for people: volume × (1 − share × containment).
 *
 * What a bot hands over is offered to people like any other contact; that it comes a little later is not modelled.
 * A share of a Poisson stream, taken at random, leaves a Poisson stream, so the queueing models stay exact.
 *
 * @throws RangeError for a share or a containment outside 0 to 1
 * @example afterBots(200, { share: 0.5, containment: 0.4 }) // 160
 */
export function afterBots(volume: number, bots: BotShare): number {
	checkFraction('Taking off the share of bots', 'bots.share', bots.share, true, true);
	checkFraction('Taking off the share of bots', 'bots.containment', bots.containment, true, true);
	return volume * (1 - bots.share * bots.containment);
}
