import type { IncomingEvent } from '#lib/contracts/events.ts';

const SEND_EVERY_MS = 50;

export interface EventStream {
	sent: number;
	/** Ends it; resolves once every batch has been answered, with how many were taken. */
	stop(): Promise<number>;
}

/** Sends events at a steady rate, each dated as it goes out, until they are used up or it is stopped. */
export function streamEvents(
	url: string,
	key: string,
	events: readonly IncomingEvent[],
	perSecond: number
): EventStream {
	const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
	const startedAt = performance.now();
	const answers: Promise<void>[] = [];
	let accepted = 0;
	const stream: EventStream = {
		sent: 0,
		stop: async () => {
			clearInterval(timer);
			await Promise.all(answers);
			return accepted;
		}
	};
	const timer = setInterval(() => {
		const due = Math.min(events.length, Math.round(((performance.now() - startedAt) / 1000) * perSecond));
		const time = new Date().toISOString();
		const batch = events.slice(stream.sent, due).map(({ source, id, type, data }) => ({
			specversion: '1.0',
			source,
			id,
			type,
			time,
			data
		}));
		stream.sent = due;
		if (batch.length === 0) return;
		answers.push(
			fetch(`${url}/api/v1/events`, { method: 'POST', headers, body: JSON.stringify(batch) })
				.then((answer) => answer.json())
				.then((answer) => void (accepted += (answer as { accepted: number }).accepted))
		);
	}, SEND_EVERY_MS);
	return stream;
}
