import type { LoggedEvent } from '#lib/contracts/events.ts';

/** The order in which things happen to a contact, for events that carry the same instant. */
const RANK: Record<string, number> = {
	'marea.contact.started': 0,
	'marea.bot.started': 1,
	'marea.bot.turn': 2,
	'marea.bot.escalated': 3,
	'marea.bot.resolved': 3,
	'marea.contact.transferred': 4,
	'marea.contact.queued': 5,
	'marea.contact.offered': 6,
	'marea.contact.answered': 7,
	'marea.contact.held': 8,
	'marea.contact.resumed': 9,
	'marea.contact.abandoned': 10,
	'marea.contact.flowed_out': 10,
	'marea.contact.ended': 11,
	'marea.contact.wrapped': 12
};
const LAST = 13;

/** Sources often number their ids: "…-2" comes before "…-10". */
const ids = new Intl.Collator('en', { numeric: true });

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * By time, then by what can follow what, then by id and source: an order that does not depend on when events arrived.
 * The collator calls "7" and "07" equal, hence the ids' own text after it.
 */
export function compareEvents(a: LoggedEvent, b: LoggedEvent): number {
	return (
		a.at - b.at ||
		(RANK[a.type] ?? LAST) - (RANK[b.type] ?? LAST) ||
		(a.id === b.id ? byText(a.source, b.source) : ids.compare(a.id, b.id) || byText(a.id, b.id))
	);
}

/** Puts an event into a sorted list; true when it went to the end. */
export function insertInOrder(events: LoggedEvent[], event: LoggedEvent): boolean {
	let i = events.length;
	if (i === 0 || compareEvents(events[i - 1]!, event) <= 0) {
		events.push(event);
		return true;
	}
	while (i > 0 && compareEvents(events[i - 1]!, event) > 0) i--;
	events.splice(i, 0, event);
	return false;
}
