import { describe, expect, it } from 'vitest';
import type { EventData, LoggedEvent } from '#lib/contracts/events.ts';
import { foldContact } from './contact-fold.ts';

/** Events at whole seconds: [second, type, data]. */
const fold = (...steps: [number, string, EventData?][]) =>
	foldContact(
		steps.map(([second, type, data], seq): LoggedEvent => ({
			seq,
			source: 's',
			id: `e${seq}`,
			type: `marea.${type}`,
			at: second * 1000,
			data: { contact: 'c', ...data }
		}))
	);
const queued = (second: number, queue: string): [number, string, EventData] => [
	second,
	'contact.queued',
	{ queue }
];
const answered = (second: number, agent: string, queue?: string): [number, string, EventData] => [
	second,
	'contact.answered',
	{ agent, queue }
];

describe('foldContact()', () => {
	it('books talk, hold and after-contact work of an answered contact', () => {
		const c = fold(
			queued(0, 'a'),
			answered(10, 'x'),
			[20, 'contact.held'],
			[35, 'contact.resumed'],
			[60, 'contact.ended'],
			[75, 'contact.wrapped', { agent: 'x' }]
		);
		expect(c.visits).toEqual([
			{
				queue: 'a',
				enteredAt: 0,
				outcome: 'answered',
				leftAt: 10_000,
				agent: 'x',
				handledUntil: 60_000,
				talkMs: 35_000,
				holdMs: 15_000,
				wrapMs: 15_000
			}
		]);
		expect([c.waiting, c.handling, c.endedAt]).toEqual([null, null, 60_000]);
	});

	it('counts a hold that the end cuts off, and a second held of the same hold once', () => {
		const c = fold(
			queued(0, 'a'),
			answered(5, 'x'),
			[10, 'contact.held'],
			[12, 'contact.held'],
			[30, 'contact.ended']
		);
		expect(c.visits[0]).toMatchObject({ talkMs: 5_000, holdMs: 20_000 });
	});

	it('makes a transfer a second visit, with each agent’s time its own', () => {
		const c = fold(
			queued(0, 'a'),
			answered(5, 'x'),
			[25, 'contact.transferred', { agent: 'x' }],
			queued(25, 'b'),
			answered(40, 'y'),
			[100, 'contact.ended']
		);
		expect(c.visits.map(({ queue, agent, talkMs }) => [queue, agent, talkMs])).toEqual([
			['a', 'x', 20_000],
			['b', 'y', 60_000]
		]);
		expect(c.visits[1]).toMatchObject({ enteredAt: 25_000, leftAt: 40_000 });
	});

	it('books a re-queue into another queue as flow-out, and the same queue again as nothing new', () => {
		const c = fold(queued(0, 'a'), queued(10, 'a'), queued(20, 'b'), [
			30,
			'contact.abandoned',
			{ queue: 'b' }
		]);
		expect(
			c.visits.map(({ queue, enteredAt, outcome, leftAt }) => [queue, enteredAt, outcome, leftAt])
		).toEqual([
			['a', 0, 'flowed-out', 20_000],
			['b', 20_000, 'abandoned', 30_000]
		]);
	});

	it('books a flow-out', () => {
		expect(fold(queued(0, 'a'), [9, 'contact.flowed_out', { queue: 'a' }]).visits[0]).toMatchObject({
			outcome: 'flowed-out',
			leftAt: 9_000
		});
	});

	it('takes an end while waiting for an abandon', () => {
		const c = fold(queued(0, 'a'), [7, 'contact.ended']);
		expect(c.visits[0]).toMatchObject({ outcome: 'abandoned', leftAt: 7_000 });
		expect(c.waiting).toBeNull();
	});

	it('infers a visit of no length where queued is missing, and none where no queue is told', () => {
		expect(fold(answered(10, 'x', 'a')).visits[0]).toMatchObject({
			queue: 'a',
			enteredAt: 10_000,
			leftAt: 10_000,
			outcome: 'answered'
		});
		expect(fold(answered(10, 'x')).visits).toEqual([]);
	});

	it('does not abandon a contact that an agent has, nor leave a queue it is not in', () => {
		expect(
			fold(queued(0, 'a'), answered(5, 'x'), [6, 'contact.abandoned', { queue: 'a' }]).visits[0]!.outcome
		).toBe('answered');
		expect(fold(queued(0, 'a'), [6, 'contact.abandoned', { queue: 'b' }]).waiting).not.toBeNull();
	});

	it('keeps what an earlier event said when later ones leave it out', () => {
		expect(fold([0, 'contact.started', { channel: 'chat', customer: 'k' }], queued(1, 'a'))).toMatchObject({
			channel: 'chat',
			customer: 'k'
		});
	});

	it('takes a bot conversation that ends without a person for left, and an escalated one for escalated', () => {
		expect(fold([0, 'bot.started'], [9, 'contact.ended']).bot).toMatchObject({
			outcome: 'left',
			endedAt: 9_000
		});
		expect(
			fold([0, 'bot.started'], [9, 'bot.escalated', { queue: 'a' }], [20, 'contact.ended']).bot
		).toMatchObject({ outcome: 'escalated', queue: 'a' });
	});
});
