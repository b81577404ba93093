import type { IngestAnswer } from '#lib/contracts/events.ts';
import { RefusedError, type Io } from '../verb.ts';
import type { TimedLine } from './events-in-order.ts';

export interface Sending {
	url: string;
	key: string;
	/** Times the events' own pace; null sends at once. */
	speed: number | null;
	fetch: typeof fetch;
	/** Milliseconds of a clock that only runs forward. */
	now(): number;
	wait(ms: number): Promise<void>;
}

export interface Sent {
	accepted: number;
	duplicates: number;
	rejected: IngestAnswer['rejected'];
}

const BATCH = 2_000;
const ATTEMPTS = 60;
const LONGEST_WAIT_MS = 30_000;
/** With a pace, what falls due within this long goes together. */
const TICK_MS = 250;
const SAY_EVERY_MS = 2_000;

/** Sends events in order of time to a running server; what it cannot take for now (503, no answer) is sent again. */
export async function sendEvents(events: readonly TimedLine[], sending: Sending, io: Io): Promise<Sent> {
	const sent: Sent = { accepted: 0, duplicates: 0, rejected: [] };
	const startMs = sending.now();
	const firstMs = events[0]!.atMs;
	let saidMs = startMs;
	for (let i = 0; i < events.length;) {
		const end = Math.min(events.length, i + BATCH);
		let until = end;
		if (sending.speed !== null) {
			const dueMs = (at: number) => startMs + (events[at]!.atMs - firstMs) / sending.speed!;
			const early = dueMs(i) - sending.now();
			if (early > 0) await sending.wait(Math.min(early, LONGEST_WAIT_MS));
			if (dueMs(i) > sending.now()) continue;
			until = i + 1;
			while (until < end && dueMs(until) <= sending.now() + TICK_MS) until++;
		}
		const answer = await post(events.slice(i, until), sending, io);
		sent.accepted += answer.accepted;
		sent.duplicates += answer.duplicates;
		sent.rejected.push(...answer.rejected.map((one) => ({ ...one, index: one.index + i })));
		i = until;
		if (sending.now() - saidMs >= SAY_EVERY_MS || i === events.length) {
			saidMs = sending.now();
			io.err(`${i} of ${events.length} events, at ${new Date(events[i - 1]!.atMs).toISOString()}`);
		}
	}
	return sent;
}

async function post(events: readonly TimedLine[], sending: Sending, io: Io): Promise<IngestAnswer> {
	const body = events.map(({ text }) => text).join('\n');
	for (let attempt = 1; ; attempt++) {
		let reason: string;
		let afterMs = 1_000;
		try {
			const response = await sending.fetch(new URL('/api/v1/events', sending.url), {
				method: 'POST',
				headers: { authorization: `Bearer ${sending.key}`, 'content-type': 'application/x-ndjson' },
				body
			});
			if (response.ok) return (await response.json()) as IngestAnswer;
			const answer = (await response.json().catch(() => ({}))) as { error?: string };
			reason = `the server answered ${response.status}${answer.error ? `: ${answer.error}` : ''}`;
			if (response.status !== 503 && response.status !== 429) throw new RefusedError(reason);
			afterMs = (Number(response.headers.get('retry-after')) || 1) * 1_000;
		} catch (error) {
			if (error instanceof RefusedError) throw error;
			reason = `no answer from ${sending.url}: ${((error as Error).cause as Error)?.message || (error as Error).message}`;
		}
		if (attempt === ATTEMPTS) throw new RefusedError(`gave up after ${ATTEMPTS} attempts: ${reason}.`);
		io.err(`${reason}; trying again`);
		await sending.wait(Math.min(afterMs, LONGEST_WAIT_MS));
	}
}
