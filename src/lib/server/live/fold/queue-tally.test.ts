import { describe, expect, it } from 'vitest';
import { emptyTally, QueueTallies } from './queue-tally.ts';
import type { Visit } from './contact-fold.ts';

const visit = (enteredAt: number, outcome: Visit['outcome'], waitMs = 0): Visit => ({
	queue: 'q',
	enteredAt,
	outcome,
	leftAt: outcome === 'waiting' ? null : enteredAt + waitMs,
	agent: null,
	handledUntil: outcome === 'answered' ? enteredAt + waitMs + 60_000 : null,
	talkMs: 50_000,
	holdMs: 10_000,
	wrapMs: 5_000
});
const limits = { thresholdSeconds: 20, shortAbandonSeconds: 5 };

describe('QueueTallies', () => {
	it('counts a wait of exactly the threshold as within it', () => {
		const tallies = new QueueTallies(limits);
		tallies.book(visit(0, 'answered', 20_000), 1);
		tallies.book(visit(0, 'answered', 20_001), 1);
		tallies.book(visit(0, 'abandoned', 5_000), 1);
		tallies.book(visit(0, 'abandoned', 5_001), 1);
		expect(tallies.sum(0, 60_000)).toMatchObject({
			offered: 4,
			answeredInThreshold: 1,
			abandonedInThreshold: 2,
			shortAbandoned: 1,
			handled: 2
		});
	});

	it('is empty again when every visit is taken back', () => {
		const tallies = new QueueTallies(limits);
		const visits = [
			visit(0, 'waiting'),
			visit(61_000, 'answered', 7),
			visit(1e9, 'flowed-out', 3),
			visit(5, 'abandoned', 70_000)
		];
		for (const sign of [1, -1] as const) for (const one of visits) tallies.book(one, sign);
		expect(tallies.sum(-1e12, 1e12)).toEqual(emptyTally());
	});

	it('books an outcome back to the minute of entry, and tells who waited at a minute', () => {
		const tallies = new QueueTallies(limits);
		tallies.book(visit(30_000, 'answered', 60_000), 1);
		expect(tallies.sum(0, 60_000).answered).toBe(1);
		expect(tallies.sum(60_000, 120_000).answered).toBe(0);
		expect([tallies.waitingChange(0), tallies.waitingChange(60_000)]).toEqual([1, -1]);
	});

	it('answers again after a booking between two equal questions', () => {
		const tallies = new QueueTallies(limits);
		expect(tallies.sum(0, 60_000).offered).toBe(0);
		tallies.book(visit(0, 'waiting'), 1);
		expect(tallies.sum(0, 60_000).offered).toBe(1);
	});
});
