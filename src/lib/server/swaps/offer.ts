import type { swapOffers } from '../db/schema/index.ts';

export type Offer = typeof swapOffers.$inferSelect;

/** Somebody has said that they take it, a swap with what they give in return. */
export type AgreedOffer = Offer & { takenBy: string };
