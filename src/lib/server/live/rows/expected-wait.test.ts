import { expect, it } from 'vitest';
import type { AgentRow } from '#lib/contracts/live.ts';
import { expectedWait } from './expected-wait.ts';

const agent = (state: AgentRow['state'], queueCount = 1) => ({ row: { state } as AgentRow, queueCount });

it.each([
	[
		'nobody is staffed',
		{ waiting: 2, ahtSeconds: 100, concurrency: 1, agents: [agent('break'), agent(null)] },
		null
	],
	[
		'the handle time is unknown',
		{ waiting: 0, ahtSeconds: null, concurrency: 1, agents: [agent('available')] },
		null
	],
	[
		'somebody is free and nobody waits',
		{ waiting: 0, ahtSeconds: 100, concurrency: 1, agents: [agent('available')] },
		0
	],
	[
		'two wait for two agents',
		{ waiting: 2, ahtSeconds: 100, concurrency: 1, agents: [agent('handling'), agent('wrap')] },
		150
	],
	[
		'an agent serves two queues',
		{ waiting: 0, ahtSeconds: 100, concurrency: 1, agents: [agent('handling', 2)] },
		200
	],
	[
		'a chat agent has four slots',
		{ waiting: 0, ahtSeconds: 100, concurrency: 4, agents: [agent('handling')] },
		25
	]
])('expectedWait() when %s', (_, input, wanted) => {
	expect(expectedWait(input)).toBe(wanted);
});
