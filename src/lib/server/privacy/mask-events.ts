import type { EventData, IncomingEvent } from '#lib/contracts/events.ts';
import { maskPersonalData } from '#solver/conversations/masking/index.ts';

/** The events with personal numbers masked in their words and in what a bot passes on; those without are the same objects. */
export const maskEvents = (events: readonly IncomingEvent[]): IncomingEvent[] =>
	events.map((event) => {
		if (event.type === 'marea.message') {
			if (!event.data.text) return event;
			const { text, found } = maskPersonalData(event.data.text);
			return found.length === 0 ? event : { ...event, data: { ...event.data, text } };
		}
		if (!event.type.startsWith('marea.bot.')) return event;
		const masked: EventData = {};
		for (const field of ['verified', 'facts'] as const) {
			const facts = maskFacts(event.data[field]);
			if (facts) masked[field] = facts;
		}
		return Object.keys(masked).length === 0 ? event : { ...event, data: { ...event.data, ...masked } };
	});

/** A bot's facts with the texts among them masked; null where nothing is to be masked. */
function maskFacts(facts: unknown): Record<string, unknown> | null {
	if (typeof facts !== 'object' || facts === null) return null;
	let isMasked = false;
	const kept = Object.entries(facts).map(([name, value]) => {
		if (typeof value !== 'string' && typeof value !== 'number') return [name, value] as const;
		const { text, found } = maskPersonalData(String(value));
		if (found.length === 0) return [name, value] as const;
		isMasked = true;
		return [name, text] as const;
	});
	return isMasked ? Object.fromEntries(kept) : null;
}
