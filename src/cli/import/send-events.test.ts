import { describe, expect, it } from 'vitest';
import { RefusedError } from '../verb.ts';
import { eventsInOrder } from './events-in-order.ts';
import { sendEvents, type Sending } from './send-events.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const line = (id: number, seconds: number) =>
	JSON.stringify({ id: String(id), time: new Date(START + seconds * 1000).toISOString() });

/** A server on a clock that only waiting moves. */
function fakeServer(answers: number[] = []) {
	let nowMs = 0;
	const batches: { atMs: number; ids: string[] }[] = [];
	const sending: Sending = {
		url: 'http://127.0.0.1:1',
		key: 'k',
		speed: null,
		now: () => nowMs,
		wait: async (ms) => void (nowMs += ms),
		fetch: async (_, init) => {
			const status = answers.shift() ?? 202;
			if (status === 0) throw new TypeError('fetch failed');
			if (status !== 202)
				return Response.json({ error: 'not now' }, { status, headers: { 'retry-after': '3' } });
			const ids = String(init!.body)
				.split('\n')
				.map((text) => (JSON.parse(text) as { id: string }).id);
			batches.push({ atMs: nowMs, ids });
			return Response.json({ accepted: ids.length, duplicates: 0, rejected: [] }, { status });
		}
	};
	return { sending, batches, clock: () => nowMs };
}
const io = () => {
	const said: string[] = [];
	return { said, io: { out: () => {}, err: (text: string) => void said.push(text), stdin: async () => '' } };
};

describe('eventsInOrder()', () => {
	it('sorts lines and arrays by time', () => {
		const lines = [line(2, 20), '', line(1, 10), line(3, 30)];
		const ids = (text: string) =>
			eventsInOrder(text).map((event) => (JSON.parse(event.text) as { id: string }).id);
		expect(ids(lines.join('\n'))).toEqual(['1', '2', '3']);
		expect(ids(`[${lines.filter(Boolean).join(',')}]`)).toEqual(['1', '2', '3']);
	});

	it.each([
		['', /holds no event/],
		['{"id":"1"}', /line 1: time "undefined"/],
		[`${line(1, 0)}\n{"id":`, /line 2: not JSON/],
		['[{]', /not one/]
	])('refuses %j with its place', (text, reason) => {
		expect(() => eventsInOrder(text)).toThrow(RefusedError);
		expect(() => eventsInOrder(text)).toThrow(reason);
	});
});

describe('sendEvents()', () => {
	it('keeps the order over batches, each event once', async () => {
		const { sending, batches } = fakeServer();
		const events = eventsInOrder(Array.from({ length: 5_000 }, (_, i) => line(i, i)).join('\n'));
		const sent = await sendEvents(events, sending, io().io);
		expect(sent).toEqual({ accepted: 5_000, duplicates: 0, rejected: [] });
		expect(batches.length).toBeGreaterThan(1);
		expect(batches.flatMap(({ ids }) => ids)).toEqual(Array.from({ length: 5_000 }, (_, i) => String(i)));
	});

	it('at ×60 sends no event before a sixtieth of its time has passed, nor much after', async () => {
		const { sending, batches } = fakeServer();
		const seconds = [0, 1, 600, 605, 3_600];
		await sendEvents(
			eventsInOrder(seconds.map((at, i) => line(i, at)).join('\n')),
			{ ...sending, speed: 60 },
			io().io
		);
		const sentAt = new Map(batches.flatMap(({ atMs, ids }) => ids.map((id) => [Number(id), atMs] as const)));
		expect(sentAt.size).toBe(seconds.length);
		for (const [i, at] of seconds.entries()) {
			expect(sentAt.get(i)!).toBeGreaterThanOrEqual((at * 1000) / 60 - 250);
			expect(sentAt.get(i)!).toBeLessThanOrEqual((at * 1000) / 60 + 1);
		}
	});

	it('sends again after 503 and after no answer, waiting as asked, and says so', async () => {
		const { sending, batches, clock } = fakeServer([503, 0]);
		const { said, io: listening } = io();
		const sent = await sendEvents(eventsInOrder(line(1, 0)), sending, listening);
		expect(sent.accepted).toBe(1);
		expect(batches.flatMap(({ ids }) => ids)).toEqual(['1']);
		expect(clock()).toBe(4_000);
		expect(said.join('\n')).toMatch(/503: not now; trying again[\s\S]*no answer/);
	});

	it('stops at once on a refusal', async () => {
		const { sending } = fakeServer([401]);
		await expect(sendEvents(eventsInOrder(line(1, 0)), sending, io().io)).rejects.toThrow(/401: not now/);
	});
});
