import { describe, expect, it } from 'vitest';
import type { FloorEvent } from '../event.ts';
import { parseScenario } from '../parse-scenario.ts';
import type { FloorOrder } from './floor-order.ts';
import { FloorRun } from './run-floor.ts';

const START_MS = Date.UTC(2026, 2, 2, 8);
const at = (minute: number) => START_MS + minute * 60_000;
const iso = (minute: number) => new Date(at(minute)).toISOString();

/** One queue of calls that two people too few serve, and one of chats with a bot before some of them. */
const scenario = parseScenario({
	queues: [
		{
			...{ id: 'calls', channel: 'voice', skill: 'one', language: 'es', ahtSeconds: 240, acwSeconds: 20 },
			...{ arrivals: { weeklyVolume: 12_000 }, intents: { billing: 1 }, patienceSeconds: 400 }
		},
		{
			...{ id: 'chats', channel: 'chat', skill: 'two', language: 'es', ahtSeconds: 240, acwSeconds: 20 },
			...{ arrivals: { weeklyVolume: 12_000 }, intents: { billing: 1, cancel: 1 }, patienceSeconds: 400 },
			...{ botShare: 0.3, botContainment: 0.6 }
		}
	],
	agents: [
		{ id: 'a', skills: ['one'] },
		{ id: 'b', skills: ['one'] },
		{ id: 'c', skills: ['two'] },
		{ id: 'd', skills: ['two'] }
	],
	bots: [{ id: 'bot', channels: ['chat'], languages: ['es'] }]
});

function run(orders: FloorOrder[], minutes = 120): FloorEvent[] {
	const floor = new FloorRun(scenario, { seed: 3, startMs: START_MS, messages: false });
	for (const one of orders) floor.order(one);
	return [...floor.advance(at(minutes))];
}
const callback = (over: object = {}): FloorOrder => ({
	...{ id: 'o', atMs: at(30), kind: 'queue.callback', queue: 'calls', contacts: 5 },
	...{ until: iso(60), from: iso(90), to: iso(100), ...over }
});
const toBot = (over: object = {}): FloorOrder => ({
	...{ id: 'o', atMs: at(30), kind: 'queue.bot', queue: 'chats', intent: 'billing', contacts: 6 },
	...{ until: iso(60), ...over }
});
const outTo = (events: FloorEvent[], to: string) =>
	events.filter(({ type, data }) => type === 'marea.contact.flowed_out' && data.to === to);
const answer = (events: FloorEvent[]) => events.find(({ type }) => type.startsWith('marea.command.'))!;

describe('what a line is offered', () => {
	it('takes some out of it, as many as it is for, to be called back when it was promised', () => {
		const events = run([callback()]);
		expect(answer(events).type).toBe('marea.command.confirmed');
		const out = outTo(events, 'callback').filter(({ data }) => data.reason === 'callback offered');
		expect(out).toHaveLength(5);
		for (const { atMs } of out) expect(atMs).toBeGreaterThan(at(30));
		const customers = new Set(out.map(({ data }) => data.customer));
		const back = events.filter(
			({ type, data, atMs }) =>
				type === 'marea.contact.queued' && customers.has(data.customer) && atMs >= at(90) && atMs < at(100)
		);
		expect(back.length).toBeGreaterThanOrEqual(5);
	});

	it('ends when it is to end', () => {
		const events = run([callback({ contacts: 500, until: iso(40) })]);
		const out = outTo(events, 'callback').filter(({ data }) => data.reason === 'callback offered');
		expect(out.length).toBeGreaterThan(2);
		for (const { atMs } of out) expect(atMs).toBeLessThan(at(40) + 30_000);
	});

	it('hands those to the bot who wait for that reason and have not been with it; whom it fails waits on', () => {
		const events = run([toBot({ contacts: 60, until: iso(115) })]);
		const out = outTo(events, 'bot');
		expect(out.length).toBeGreaterThan(2);
		expect(new Set(out.map(({ data }) => data.intent))).toEqual(new Set(['billing']));
		const told = (type: string, contact: string | undefined) =>
			events.filter((event) => event.type === type && event.data.contact === contact).length;
		for (const { data } of out) {
			expect(told('marea.bot.started', data.contact)).toBe(1);
			expect(told('marea.bot.resolved', data.contact)).toBe(1);
			expect(told('marea.contact.answered', data.contact)).toBe(0);
		}
		const queuedAt = new Map(
			events.flatMap(({ type, atMs, data }) =>
				type === 'marea.contact.queued' ? [[data.contact!, atMs] as const] : []
			)
		);
		const failed = events.filter(
			({ type, data, atMs }) =>
				type === 'marea.bot.escalated' && (queuedAt.get(data.contact!) ?? Infinity) < atMs
		);
		expect(failed.length).toBeGreaterThan(0);
		for (const { data } of failed) expect(outTo(events, 'bot').some((one) => one.data.contact === data.contact)).toBe(false); // prettier-ignore
	});

	it.each([
		['a call back to chats', callback({ queue: 'chats' })],
		['a bot to calls', toBot({ queue: 'calls' })]
	])('is refused where there is none: %s', (_, order) => {
		const { type, data } = answer(run([order], 40));
		expect([type, data.text]).toEqual(['marea.command.refused', 'not-supported']);
	});
});
