import type { NeedRow } from '#lib/contracts/needs.ts';
import { m } from '#lib/paraglide/messages.js';

/** Whom the customer has, in words. */
export const placeText = (place: NeedRow['place']): string =>
	({ bot: m.need_place_bot, waiting: m.need_place_waiting, agent: m.need_place_agent })[place]();
