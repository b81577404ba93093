import type { OfferKind, OfferState, OfferStatus, OwnOffer } from '#lib/contracts/offers.ts';
import { m } from '#lib/paraglide/messages.js';
import { ruleName } from './change-words.ts';
import { formatDate } from './format-date.ts';
import { formatTime } from './format-time.ts';
import { localFields } from './local-moment.ts';

export const offerKindName = (kind: OfferKind): string =>
	kind === 'overtime' ? m.offer_kind_overtime() : m.offer_kind_time_off();

const STATUSES: Record<OfferStatus, () => string> = {
	open: m.offer_status_open,
	filled: m.offer_status_filled,
	expired: m.offer_status_expired,
	withdrawn: m.offer_status_withdrawn
};
export const offerStatusName = (status: OfferStatus): string => STATUSES[status]();

const STATES: Record<OfferState | 'undone', () => string> = {
	asked: m.offer_state_asked,
	accepted: m.offer_state_accepted,
	declined: m.offer_state_declined,
	taken_back: m.offer_state_taken_back,
	left_out: m.offer_state_left_out,
	undone: m.offer_state_undone
};
export const offerStateName = (state: OfferState | 'undone'): string => STATES[state]();

/** What became of an offer, to whom it was made. */
export const ownStateName = (state: OwnOffer['state']): string =>
	state === 'filled' || state === 'expired' || state === 'withdrawn'
		? offerStatusName(state)
		: offerStateName(state);

/** Why somebody can't be asked, or can't accept any more: the roster's rules by name, and other reasons. */
export function offerReason(reason: string, kind: OfferKind): string {
	switch (reason) {
		case 'no-part':
			return kind === 'overtime' ? m.offer_why_no_part_overtime() : m.offer_why_no_part_off();
		case 'away':
			return m.offer_why_away();
		case 'begun':
			return m.offer_why_begun();
		case 'changed':
			return m.offer_why_changed();
		default:
			return ruleName(reason);
	}
}

/** Day and clock of a span in a zone: "Mon 3 Mar, 18:00–20:00"; with the day of its end where that is another. */
export function spanWords({ fromAt, toAt }: { fromAt: number; toAt: number }, timeZone: string): string {
	const day = formatDate(fromAt, timeZone, { style: 'weekday' });
	return `${day}, ${formatTime(fromAt, timeZone)}–${endWords(fromAt, toAt, timeZone)}`;
}

/** Clock of an end; with its day where that is not the day of the start, nor midnight after it. */
export function endWords(fromAt: number, toAt: number, timeZone: string): string {
	const isSameDay = localFields(fromAt, timeZone).day === localFields(toAt - 1, timeZone).day;
	const time = formatTime(toAt, timeZone);
	return isSameDay ? time : `${formatDate(toAt, timeZone, { style: 'weekday' })}, ${time}`;
}
