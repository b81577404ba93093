import { expect, it } from 'vitest';
import { assignedQueues } from './assigned-queues.ts';

it('assignedQueues() follows where an agent was moved, be it to nothing, and else the skills', () => {
	const agent = { skills: ['billing', 'digital'], assigned: null };
	const skillOfQueue = { bills: 'billing', chat: 'digital', faults: 'technical' };
	expect(assignedQueues(agent, skillOfQueue)).toEqual(['bills', 'chat']);
	expect(assignedQueues({ ...agent, assigned: ['chat'] }, skillOfQueue)).toEqual(['chat']);
	expect(assignedQueues({ ...agent, assigned: [] }, skillOfQueue)).toEqual([]);
});
