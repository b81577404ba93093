import type { CandidateState, SwapState } from '#lib/contracts/requests.ts';
import type { Offer } from './offer.ts';

export interface SwapView {
	id: string;
	kind: 'cover' | 'swap';
	state: SwapState;
	agentId: string;
	/** Who gives the shift. */
	name: string;
	startAt: number;
	endAt: number;
	note: string;
	createdAt: number;
	expiresAt: number;
	takenBy: string | null;
	takenByName: string | null;
	takenAt: number | null;
	/** Of a swap, once it is accepted. */
	returnStartAt: number | null;
	returnEndAt: number | null;
	/** Of a swap, local dates. */
	returnFrom: string | null;
	returnTo: string | null;
	decidedBy: string | null;
	decidedAt: number | null;
	reason: string | null;
}

export interface CandidateView {
	agentId: string;
	name: string;
	state: CandidateState;
	/** Ids. */
	rules: string[];
	answeredAt: number | null;
}

export function swapView(offer: Offer, nameOf: (agentId: string) => string): SwapView {
	const { toAgentId: _, ...rest } = offer;
	return {
		...rest,
		name: nameOf(offer.agentId),
		takenByName: offer.takenBy === null ? null : nameOf(offer.takenBy)
	};
}
