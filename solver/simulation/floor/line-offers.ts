import { planStep } from './contact-data.ts';
import type { Floor, FloorContact, FloorOffer, FloorQueue } from './floor.ts';

/** Part of those asked who take it: a telephony side's customers are who they are. */
const TAKES = { callback: 0.35, bot: 0.45 };
/** Until somebody is out of the line: an offer is heard and a key pressed; a bot talks with them first. */
const AFTER_SECONDS = { callback: 20, bot: 150 };

/** From now on the queue's line is offered something: those in it at once, the longest waiting first, and who comes. */
export function offerLine(floor: Floor, queue: FloorQueue, offer: FloorOffer): void {
	queue.offers.push(offer);
	for (const contact of queue.waiting) ask(floor, contact, offer);
}

/** Asks somebody who has just got into line. */
export function askInLine(floor: Floor, contact: FloorContact): void {
	const { queue } = contact;
	while (queue.offers.length > 0 && queue.offers[0]!.untilMs <= floor.nowMs) queue.offers.shift();
	for (const offer of queue.offers) ask(floor, contact, offer);
}

function ask(floor: Floor, contact: FloorContact, offer: FloorOffer): void {
	const { kind, intent, untilMs } = offer;
	if (offer.left <= 0 || untilMs <= floor.nowMs || contact.offer || contact.isCalledBack) return;
	// Whoever comes from a bot has had it.
	if (kind === 'bot' && (contact.bot !== null || contact.intent !== intent)) return;
	// A stream of its own: what else happens to the contact stays as it was.
	const random = contact.random.fork(`offer ${kind}`);
	if (random.uniform() >= TAKES[kind]) return;
	offer.left--;
	contact.offer = offer;
	planStep(floor, contact, 'take-offer', AFTER_SECONDS[kind]);
}
