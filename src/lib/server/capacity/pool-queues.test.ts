import { describe, expect, it } from 'vitest';
import { poolQueues } from './pool-queues.ts';

const queue = (id: string, kind: string, agents: string) => ({ id, kind, agentIds: new Set(agents) });

describe('poolQueues()', () => {
	it('puts queues together whose people are mostly the same, through others too', () => {
		const found = poolQueues([
			queue('a', 'calls', 'abcd'),
			queue('b', 'calls', 'abce'),
			queue('c', 'calls', 'bcef'),
			queue('d', 'calls', 'wxyz'),
			queue('e', 'chats', 'abcd'),
			queue('f', 'chats', 'abcd')
		]);
		expect(Object.fromEntries(found)).toEqual({ a: 1, b: 1, c: 1, e: 2, f: 2 });
	});

	it('leaves queues alone whose people differ, and those without people', () => {
		expect(poolQueues([queue('a', 'calls', 'abc'), queue('b', 'calls', 'cde')]).size).toBe(0);
		expect(poolQueues([queue('a', 'calls', ''), queue('b', 'calls', '')]).size).toBe(0);
	});
});
