import { createContact } from './arrive.ts';
import { contactData } from './contact-data.ts';
import { enqueue, flowOut } from './queueing.ts';
import type { Floor, FloorContact } from './floor.ts';

/** Whoever still waits leaves the line for what they took: to be called back, or because the bot has settled it. */
export function takeOffer(floor: Floor, contact: FloorContact): void {
	const { offer, queue } = contact;
	if (contact.stage !== 'waiting' || !offer) return;
	const random = contact.random.fork('taken');
	if (offer.kind === 'callback') {
		flowOut(floor, contact, { to: 'callback', reason: 'callback offered' });
		const atMs = offer.fromMs + random.uniform() * (offer.toMs - offer.fromMs);
		floor.agenda.add(Math.max(atMs, floor.nowMs), { kind: 'call-back', contact });
		return;
	}
	const bot = floor.scenario.bots.find(
		({ channels, languages }) =>
			channels.includes(queue.plan.channel) && languages.includes(queue.plan.language)
	);
	if (!bot) return;
	const isSettled = random.uniform() < queue.plan.botContainment;
	if (isSettled) flowOut(floor, contact, { to: 'bot', reason: 'bot offered' });
	const data = { ...contactData(contact), bot: bot.id };
	floor.emit('marea.bot.started', data);
	floor.emit('marea.bot.turn', { ...data, turn: 1, understood: isSettled });
	if (!isSettled) return floor.emit('marea.bot.escalated', { ...data, reason: 'not understood' });
	floor.emit('marea.bot.resolved', data);
	floor.emit('marea.contact.ended', contactData(contact));
}

/** Somebody is called back: a contact of the same customer for the same reason, with nobody's patience to lose. */
export function callBack(floor: Floor, { queue, customer, intent }: FloorContact): void {
	const contact = createContact(floor, queue, { customer, intent });
	contact.isCalledBack = true;
	floor.emit('marea.contact.started', { ...contactData(contact), customerName: customer.name });
	enqueue(floor, contact);
}
