import { expect, it } from 'vitest';
import type { AgentRow } from '#lib/contracts/live.ts';
import type { CentreConfig } from '../config.ts';
import { expectedWait } from './expected-wait.ts';
import { ServingAgents } from './serving-agents.ts';

/** Agents in these states with the skill of one queue, or of as many as are said. */
function agents(...states: (AgentRow['state'] | [AgentRow['state'], number])[]) {
	const rows = states.map((given, i) => {
		const [state, queues] = Array.isArray(given) ? given : [given, 1];
		return {
			id: `a${i}`,
			state,
			skills: ['s', ...Array.from({ length: queues - 1 }, (_, n) => `t${n}`)],
			assigned: null
		} as AgentRow;
	});
	const serving = new ServingAgents({
		queues: ['s', 't0', 't1'].map((skillId) => ({ skillId })),
		agents: rows
	} as unknown as CentreConfig);
	for (const row of rows) serving.count(row, 1);
	return serving.of({ id: 'q', skillId: 's' });
}

it.each([
	['nobody is staffed', { waiting: 2, ahtSeconds: 100, concurrency: 1, agents: agents('break', null) }, null],
	[
		'the handle time is unknown',
		{ waiting: 0, ahtSeconds: null, concurrency: 1, agents: agents('available') },
		null
	],
	[
		'somebody is free and nobody waits',
		{ waiting: 0, ahtSeconds: 100, concurrency: 1, agents: agents('available') },
		0
	],
	[
		'two wait for two agents',
		{ waiting: 2, ahtSeconds: 100, concurrency: 1, agents: agents('handling', 'wrap') },
		150
	],
	[
		'an agent serves two queues',
		{ waiting: 0, ahtSeconds: 100, concurrency: 1, agents: agents(['handling', 2]) },
		200
	],
	[
		'one agent serves two queues and one this alone',
		{ waiting: 2, ahtSeconds: 100, concurrency: 1, agents: agents(['handling', 2], 'handling') },
		200
	],
	[
		'a chat agent has four slots',
		{ waiting: 0, ahtSeconds: 100, concurrency: 4, agents: agents('handling') },
		25
	]
])('expectedWait() when %s', (_, input, wanted) => {
	expect(expectedWait(input)).toBe(wanted);
});
