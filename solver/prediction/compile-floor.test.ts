import { expect, it } from 'vitest';
import { compileFloor } from './compile-floor.ts';
import { freeAgent, steadyQueue } from './testing.ts';

it('puts queues together that share agents, directly or over others', () => {
	const queues = ['a', 'b', 'c', 'd'].map((id) => steadyQueue({ id }));
	const agents = [[0, 1], [1, 2], [3], [3]].map((served) => freeAgent({ queues: served }));
	const parts = compileFloor({ queues, agents });
	expect(parts.map(({ places }) => places)).toEqual([[0, 1, 2], [3]]);
	expect(parts.map((part) => part.agents.length)).toEqual([2, 2]);
	expect([...parts[0]!.groupOfAgent]).toEqual([0, 1]);
	expect([...parts[1]!.groupOfAgent]).toEqual([0, 0]);
});

it('divides an agent so that a contact of every queue is a whole number of units', () => {
	const queues = [1, 3, 4].map((concurrency, i) => steadyQueue({ id: `q${i}`, concurrency }));
	const [part] = compileFloor({ queues, agents: [freeAgent({ queues: [0, 1, 2] })] });
	expect([...part!.units]).toEqual([12]);
	expect([...part!.need]).toEqual([12, 4, 3]);
});

it('keeps an agent without a queue out, and a queue without an agent in', () => {
	const parts = compileFloor({ queues: [steadyQueue()], agents: [freeAgent({ queues: [] })] });
	expect(parts).toHaveLength(1);
	expect(parts[0]!.agents).toHaveLength(0);
});
