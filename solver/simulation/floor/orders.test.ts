import { describe, expect, it } from 'vitest';
import type { FloorEvent } from '../event.ts';
import { parseScenario } from '../parse-scenario.ts';
import type { FloorOrder } from './floor-order.ts';
import { FloorRun } from './run-floor.ts';

const START_MS = Date.UTC(2026, 2, 2, 8);
const MINUTE_MS = 60_000;

const queue = (id: string, priority = 1) => ({
	id,
	language: 'es' as const,
	arrivals: { weeklyVolume: 4000 },
	ahtSeconds: 200,
	acwSeconds: 20,
	priority,
	intents: { billing: 1 }
});
const scenario = parseScenario({
	site: { answerDelaySeconds: 2 },
	queues: [queue('one'), queue('two')],
	agents: [
		{ id: 'both', skills: ['one', 'two'] },
		{ id: 'one', skills: ['one'] },
		{
			id: 'night',
			skills: ['one'],
			shifts: [{ weekdays: [0, 1, 2, 3, 4, 5, 6], start: '22:00', end: '23:00' }]
		}
	]
});

type Wanted = FloorOrder extends infer O ? (O extends FloorOrder ? Omit<O, 'id' | 'atMs'> : never) : never;
const order = (minute: number, wanted: Wanted, id = `o${minute}`) =>
	({ id, atMs: START_MS + minute * MINUTE_MS, ...wanted }) as FloorOrder;

/** The events of so many minutes, told `step` minutes at a time. */
function run(orders: FloorOrder[], minutes = 60, step = minutes): FloorEvent[] {
	const floor = new FloorRun(scenario, { seed: 5, startMs: START_MS, messages: false });
	for (const one of orders) floor.order(one);
	const events: FloorEvent[] = [];
	for (let at = step; at <= minutes; at += step) events.push(...floor.advance(START_MS + at * MINUTE_MS));
	return events;
}
const answerTo = (events: FloorEvent[], id: string) => {
	const found = events.find(({ type, data }) => type.startsWith('marea.command.') && data.command === id);
	return found && [found.type.slice('marea.command.'.length), found.data.text ?? null];
};
const stateAt = (events: FloorEvent[], agent: string, minute: number) =>
	events.findLast(
		({ type, atMs, data }) =>
			type === 'marea.agent.state' && data.agent === agent && atMs <= START_MS + minute * MINUTE_MS
	)?.data.state;

describe('FloorRun.order()', () => {
	const toBreak = order(10, { kind: 'agent.state', agent: 'both', state: 'break' });

	it('gives the same run for the same orders, in one go or in steps, and another one without', () => {
		expect(run([toBreak], 60, 1)).toEqual(run([toBreak]));
		expect(run([])).not.toEqual(run([toBreak]));
		expect(run([]).filter(({ atMs }) => atMs < toBreak.atMs)).toEqual(
			run([toBreak]).filter(({ atMs }) => atMs < toBreak.atMs)
		);
	});

	it('puts a busy agent on a break after the contact in hand, and takes the agent back', () => {
		const before = run([]);
		expect(stateAt(before, 'both', 10)).toBe('handling');
		const back = order(20, { kind: 'agent.state', agent: 'both', state: 'available' });
		const events = run([toBreak, back]);
		expect(answerTo(events, 'o10')).toEqual(['confirmed', 'after-contact']);
		expect(stateAt(events, 'both', 10)).toBe('handling');
		expect(stateAt(events, 'both', 19.9)).toBe('break');
		expect(answerTo(events, 'o20')).toEqual(['confirmed', null]);
		expect(stateAt(events, 'both', 20.2)).not.toBe('break');
	});

	it.each<[string, Wanted, string]>([
		['an agent off shift', { kind: 'agent.state', agent: 'night', state: 'available' }, 'off-duty'],
		['a break off shift', { kind: 'agent.state', agent: 'night', state: 'break' }, 'off-duty'],
		['a state of contacts', { kind: 'agent.state', agent: 'both', state: 'handling' }, 'by-contacts-only'],
		['nobody', { kind: 'agent.state', agent: 'zoe', state: 'break' }, 'unknown-name'],
		['a queue without the skill', { kind: 'agent.queues', agent: 'one', queues: ['two'] }, 'no-skill'],
		['no queue at all', { kind: 'queue.priority', queue: 'three', priority: 2 }, 'unknown-name'],
		['a contact there is not', { kind: 'contact.transfer', contact: 'c', queue: 'two' }, 'contact-over']
	])('refuses %s with the reason', (_, wanted, answer) => {
		const events = run([order(10, wanted)]);
		expect(answerTo(events, 'o10')).toEqual(['refused', answer]);
		// And nothing else has changed but the instant of the answer.
		const rest = events.filter(({ type }) => type !== 'marea.command.refused');
		expect(rest.length).toBe(run([]).length);
	});

	it('does not cut a lunch short', () => {
		const lunch = order(10, { kind: 'agent.state', agent: 'both', state: 'lunch' });
		const events = run([lunch, order(25, { kind: 'agent.state', agent: 'both', state: 'available' })]);
		expect(answerTo(events, 'o25')).toEqual(['refused', 'on-lunch']);
	});

	it('moves an agent: no contact of a queue that is no longer served, and the others go on', () => {
		const offered = (events: FloorEvent[], name: string) =>
			events.filter(
				({ type, atMs, data }) =>
					type === 'marea.contact.offered' &&
					data.agent === 'both' &&
					data.queue === name &&
					atMs > START_MS + 10 * MINUTE_MS
			).length;
		expect(offered(run([], 240), 'one')).toBeGreaterThan(0);
		const moved = run([order(10, { kind: 'agent.queues', agent: 'both', queues: ['two'] })], 240);
		expect(offered(moved, 'one')).toBe(0);
		expect(offered(moved, 'two')).toBeGreaterThan(0);
		const none = run([order(10, { kind: 'agent.queues', agent: 'both', queues: [] })], 240);
		expect(offered(none, 'one') + offered(none, 'two')).toBe(0);
	});

	it('serves a queue sooner with a higher priority', () => {
		const share = (events: FloorEvent[]) => {
			const taken = events.filter(
				({ type, data }) => type === 'marea.contact.answered' && data.agent === 'both'
			);
			return taken.filter(({ data }) => data.queue === 'one').length / taken.length;
		};
		const raised = run([order(0, { kind: 'queue.priority', queue: 'one', priority: 100 })], 480);
		expect(share(raised)).toBeGreaterThan(share(run([], 480)) + 0.1);
	});

	it('passes a contact in the line on to another queue', () => {
		const waiting = run([], 30).findLast(
			({ type, data }) => type === 'marea.contact.queued' && data.queue === 'one'
		)!;
		const at = (waiting.atMs - START_MS) / MINUTE_MS + 0.001;
		const events = run([
			order(at, { kind: 'contact.transfer', contact: waiting.data.contact!, queue: 'two' }, 'pass')
		]);
		expect(answerTo(events, 'pass')).toEqual(['confirmed', null]);
		expect(
			events.some(
				({ type, data, atMs }) =>
					type === 'marea.contact.queued' &&
					data.contact === waiting.data.contact &&
					data.queue === 'two' &&
					atMs >= waiting.atMs
			)
		).toBe(true);
	});
});
