import type { OfferAnswer, OfferRow } from '#lib/contracts/offers.ts';

/** One line for each person of an offer. */
export const OFFER_COLUMNS = [
	'offer',
	'kind',
	'fromAt',
	'toAt',
	'places',
	'accepted',
	'status',
	'expiresAt',
	'createdBy',
	'createdAt',
	'note',
	'agent',
	'name',
	'answer',
	'answeredAt',
	'change',
	'changeFromAt',
	'changeToAt',
	'reasons'
] as const;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const offerCells = (row: OfferRow, answer: OfferAnswer): unknown[] => [
	row.id,
	row.kind,
	iso(row.fromAt),
	iso(row.toAt),
	row.places,
	row.accepted,
	row.status,
	iso(row.expiresAt),
	row.createdBy,
	iso(row.createdAt),
	row.note,
	answer.agentId,
	answer.name,
	answer.state,
	iso(answer.answeredAt),
	answer.change,
	iso(answer.fromAt),
	iso(answer.toAt),
	answer.reasons.join(' ')
];
