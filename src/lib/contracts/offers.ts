export const OFFER_KINDS = ['overtime', 'time_off'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** Of one person: asked and not answered, or what they said; `left_out`: a rule or the own day stands against it. */
export const OFFER_STATES = ['asked', 'accepted', 'declined', 'taken_back', 'left_out'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What an offer can make of somebody's day, as changes of the schedule are named. */
export const OFFERED_CHANGES = ['extended', 'earlier', 'called', 'leaves', 'late', 'absent'] as const;
export type OfferedChange = (typeof OFFERED_CHANGES)[number];

/** Why somebody is not asked, beside the ids of the roster's rules. */
export const NOT_ASKED = [
	/** Overtime would not touch the shift of that day; there is no shift for time off, or only its middle. */
	'no-part',
	/** Was to work that day, and is away. */
	'away',
	/** That part of the own day has begun. */
	'begun',
	/** Would fall under the least hours of the contract. */
	'min-hours-per-week'
] as const;

/** How an offer stands; the first that holds. */
export type OfferStatus = 'withdrawn' | 'filled' | 'expired' | 'open';

/** One person's part of an offer. */
export interface OfferedPart {
	change: OfferedChange;
	fromAt: number;
	toAt: number;
}

export interface MayBeAsked extends OfferedPart {
	agentId: string;
	name: string;
	team: string | null;
	/** Paid hours that the day gains, or loses (negative). */
	paidHours: number;
	/** Without an account nobody can answer. */
	hasAccount: boolean;
}

export interface LeftOut {
	agentId: string;
	name: string;
	/** Ids of rules, or of `NOT_ASKED`. */
	reasons: string[];
}

/** What an offer would be, before anybody is asked. */
export interface OfferPreview {
	may: MayBeAsked[];
	mayNot: LeftOut[];
	/** Agent-hours short in the span, now and once all places are taken; null: no staffing plan covers it. */
	shortHours: { before: number; after: number } | null;
}

/** Of one person, for staff. `undone`: accepted, and the change of the schedule was taken back by others. */
export interface OfferAnswer {
	agentId: string;
	name: string;
	state: OfferState | 'undone';
	change: OfferedChange | null;
	fromAt: number | null;
	toAt: number | null;
	reasons: string[];
	answeredAt: number | null;
}

export interface OfferRow {
	id: string;
	kind: OfferKind;
	fromAt: number;
	toAt: number;
	places: number;
	/** In force, of everybody. */
	accepted: number;
	expiresAt: number;
	takeBackMinutes: number | null;
	note: string | null;
	/** Made from a proposal of the balancer. */
	isProposed: boolean;
	createdBy: string;
	createdAt: number;
	status: OfferStatus;
	answers: OfferAnswer[];
	/** Agent-hours short in the span as the schedule stands; null: no plan covers it, or the span is over. */
	shortHours: number | null;
}

interface OwnShiftSpan {
	startAt: number;
	endAt: number;
}

/** An offer as the person who is asked sees it. */
export interface OwnOffer extends OfferedPart {
	id: string;
	kind: OfferKind;
	note: string | null;
	expiresAt: number;
	/** `filled`, `expired` and `withdrawn`: it is over, and was not answered. */
	state: OfferState | 'undone' | Exclude<OfferStatus, 'open'>;
	/** Paid hours that the day gains, or loses (negative). */
	paidHours: number;
	/** Of an open one: the shifts of that day as they are, and as they would be. */
	before: OwnShiftSpan[];
	after: OwnShiftSpan[];
	/** Of an open one: rules or reasons that stand against it by now. */
	reasons: string[];
	/** Can be accepted: open, and nothing against it. */
	mayAccept: boolean;
	/** Of an acceptance: it can be taken back before; null: it stands. */
	takeBackUntil: number | null;
	answeredAt: number | null;
}
