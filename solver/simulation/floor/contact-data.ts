import type { EventData } from '../event.ts';
import type { Floor, FloorContact, ContactStep } from './floor.ts';

/** The fields that every event of a contact carries. */
export function contactData(contact: FloorContact): EventData {
	const { plan } = contact.queue;
	const data: EventData = {
		contact: contact.id,
		queue: plan.id,
		channel: plan.channel,
		customer: contact.customer.id,
		language: plan.language,
		intent: contact.intent
	};
	if (contact.agent) data.agent = contact.agent.plan.id;
	return data;
}

/** Plans a step of a contact that falls away if the contact has moved on by then. */
export function planStep(floor: Floor, contact: FloorContact, kind: ContactStep, afterSeconds: number): void {
	floor.agenda.add(floor.nowMs + afterSeconds * 1000, { kind, contact, token: contact.token });
}
