import { expect, it } from 'vitest';
import type { AgentRow } from '#lib/contracts/live.ts';
import type { CentreConfig } from '../config.ts';
import { expectedWait } from './expected-wait.ts';
import { SkillAgents } from './skill-agents.ts';

/** Agents in these states with the skill of one queue, or of as many as are said. */
function agents(...states: (AgentRow['state'] | [AgentRow['state'], number])[]) {
	const rows = states.map((given, i) => {
		const [state, queues] = Array.isArray(given) ? given : [given, 1];
		return {
			id: `a${i}`,
			state,
			skills: ['s', ...Array.from({ length: queues - 1 }, (_, n) => `t${n}`)]
		} as AgentRow;
	});
	const bySkill = new SkillAgents({
		queues: ['s', 't0', 't1'].map((skillId) => ({ skillId })),
		agents: rows
	} as unknown as CentreConfig);
	for (const row of rows) bySkill.count(row, 1);
	return bySkill.of('s');
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

it('SkillAgents comes back to nobody when everybody counted in is counted out', () => {
	const rows = ['available', 'handling', null].map(
		(state, i) => ({ id: `a${i}`, state, skills: ['s'] }) as AgentRow
	);
	const bySkill = new SkillAgents({ queues: [{ skillId: 's' }], agents: rows } as unknown as CentreConfig);
	for (const row of rows) bySkill.count(row, 1);
	expect(bySkill.of('s').states).toEqual({ available: 1, handling: 1, unknown: 1 });
	for (const row of rows) bySkill.count(row, -1);
	expect(bySkill.of('s')).toEqual({ states: {}, available: 0, staffedByQueues: new Map() });
});
