import { expect, it } from 'vitest';
import type { CommandRow } from '#lib/contracts/commands.ts';
import { assignedQueues } from './assigned-queues.ts';

const agent = { id: 'ana', skills: ['billing', 'digital'] };
const skillOfQueue = { bills: 'billing', chat: 'digital', faults: 'technical' };
const move = (queues: string[], state: CommandRow['state'], of = 'ana') =>
	({ kind: 'agent.queues', state, subject: `agent:${of}`, payload: { agent: of, queues } }) as CommandRow;

it('assignedQueues() follows the newest confirmed word, then what stood, then the skills', () => {
	expect(assignedQueues(agent, skillOfQueue, {}, [])).toEqual(['bills', 'chat']);
	expect(assignedQueues(agent, skillOfQueue, { ana: ['chat'] }, [])).toEqual(['chat']);
	const rows = [
		move([], 'refused'),
		move(['chat'], 'requested'),
		move([], 'confirmed', 'eva'),
		move(['bills'], 'confirmed'),
		move(['chat'], 'confirmed')
	];
	expect(assignedQueues(agent, skillOfQueue, { ana: ['chat'] }, rows)).toEqual(['bills']);
});
