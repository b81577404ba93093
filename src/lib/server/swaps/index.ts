export { readSwapTerms, saveSwapTerms } from './swap-terms.ts';
export { offerShift, type OfferedShift, type OfferInput } from './offer-shift.ts';
export { answerOffer, type AnsweredOffer, type AnswerInput } from './answer-offer.ts';
export { withdrawOffer } from './withdraw-offer.ts';
export { decideSwap, type DecidedSwap } from './decide-swap.ts';
export { endSwaps } from './end-swaps.ts';
export { countAsked, ownSwaps, type OwnSwaps } from './own-swaps.ts';
export { countSwapsToDecide, listSwaps, readSwap, type ListedSwap, type SwapDetail } from './list-swaps.ts';
export type { CandidateView, SwapView } from './swap-views.ts';
