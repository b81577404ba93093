import type { OfferStatus } from '#lib/contracts/offers.ts';

/** How an offer stands at a moment: no timer is needed for it to be true. */
export function offerStatus(
	{ withdrawnAt, expiresAt, places }: { withdrawnAt: number | null; expiresAt: number; places: number },
	accepted: number,
	nowMs: number
): OfferStatus {
	if (withdrawnAt !== null) return 'withdrawn';
	if (accepted >= places) return 'filled';
	return nowMs >= expiresAt ? 'expired' : 'open';
}
