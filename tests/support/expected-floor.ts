import type { IncomingEvent, LoggedEvent } from '#lib/contracts/events.ts';
import { compareEvents, foldContact, type ContactFold } from '#lib/server/live/index.ts';

/** Every contact folded at once from all events in order: what any other way must come to. */
export function foldInOrder(events: readonly IncomingEvent[]): ContactFold[] {
	const logged = events
		.filter(({ data }) => data.contact)
		.map((event, seq): LoggedEvent => ({ ...event, seq }));
	return [...Map.groupBy(logged, ({ data }) => data.contact!).values()].map((list) =>
		foldContact(list.sort(compareEvents))
	);
}

/** What an agent was last said to be, and seconds in each state since `dayStartMs`, straight from the definition. */
export function agentInOrder(
	events: readonly IncomingEvent[],
	agent: string,
	dayStartMs: number,
	nowMs: number
) {
	const told = events
		.filter((event) => event.type === 'marea.agent.state' && event.data.agent === agent)
		.map((event, seq): LoggedEvent => ({ ...event, seq }))
		.sort(compareEvents);
	const seconds: Record<string, number> = {};
	told.forEach(({ at, data }, i) => {
		const spent = Math.min(nowMs, told[i + 1]?.at ?? nowMs) - Math.max(at, dayStartMs);
		if (spent > 0) seconds[data.state!] = (seconds[data.state!] ?? 0) + spent / 1000;
	});
	return { state: told.at(-1)?.data.state ?? null, seconds };
}
