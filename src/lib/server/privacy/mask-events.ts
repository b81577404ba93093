import type { IncomingEvent } from '#lib/contracts/events.ts';
import { maskPersonalData } from '#solver/conversations/masking/index.ts';

/** The events with personal numbers masked in their words; those without are the same objects. */
export const maskEvents = (events: readonly IncomingEvent[]): IncomingEvent[] =>
	events.map((event) => {
		if (event.type !== 'marea.message' || !event.data.text) return event;
		const { text, found } = maskPersonalData(event.data.text);
		return found.length === 0 ? event : { ...event, data: { ...event.data, text } };
	});
