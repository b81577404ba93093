import { expect, it } from 'vitest';
import { queueChoices, queueCommands } from './queue-choices.ts';

const agents = [
	{ id: 'ana', servable: ['bills', 'chat'], assigned: ['bills'] },
	{ id: 'eva', servable: ['chat'], assigned: ['chat'] }
];

it('queueChoices() counts who could serve each queue and who does', () => {
	expect(queueChoices(agents)).toEqual([
		{ queue: 'bills', able: 1, serving: 1 },
		{ queue: 'chat', able: 2, serving: 1 }
	]);
});

it('queueCommands() asks only for agents whose queues change, and gives nobody a queue without the skill', () => {
	expect(queueCommands(agents, new Map())).toEqual([]);
	expect(queueCommands(agents, new Map([['bills', true]]))).toEqual([]);
	expect(queueCommands(agents, new Map([['chat', true]]))).toEqual([
		{ kind: 'agent.queues', payload: { agent: 'ana', queues: ['bills', 'chat'] } }
	]);
	expect(
		queueCommands(
			agents,
			new Map([
				['bills', false],
				['chat', false]
			])
		).map(({ payload }) => payload)
	).toEqual([
		{ agent: 'ana', queues: [] },
		{ agent: 'eva', queues: [] }
	]);
});
