import { describe, expect, it } from 'vitest';
import type { AgentRow } from '#lib/contracts/live.ts';
import { filterAgents } from './agent-filter.ts';
import { agentGroups } from './agent-groups.ts';

const agent = (name: string, team: string | null, state: AgentRow['state'], since = 0) =>
	({ id: name, name, team, state, since, skills: [`${team}-skill`], contacts: [] }) as unknown as AgentRow;
const AGENTS = [
	agent('Zoe', 'Levante', 'wrap', 5),
	agent('Ana', null, null),
	agent('Íñigo', 'Levante', 'available', 9),
	agent('Bea', 'Levante', 'available', 3),
	agent('Carl', 'Garbí', 'offline'),
	agent('Dora', 'Garbí', 'break')
];

describe('agentGroups()', () => {
	it('stands teams by name, without a team last; inside by name, who is away last', () => {
		expect(agentGroups(AGENTS, 'team').map(({ id, agents }) => [id, agents.map(({ name }) => name)])).toEqual(
			[
				['Garbí', ['Dora', 'Carl']],
				['Levante', ['Bea', 'Íñigo', 'Zoe']],
				['', ['Ana']]
			]
		);
	});

	it('stands states in the field’s order, the longest in each first, and counts them', () => {
		const groups = agentGroups(AGENTS, 'state');
		expect(groups.map(({ id }) => id)).toEqual(['available', 'wrap', 'break', 'offline', 'unknown']);
		expect(groups[0]!.agents.map(({ name }) => name)).toEqual(['Bea', 'Íñigo']);
		expect(groups[0]!.counts).toEqual({ available: 2 });
	});
});

describe('filterAgents()', () => {
	const all = { text: '', team: '', state: '', skill: '' };
	const names = (filter: Partial<typeof all>) =>
		filterAgents(AGENTS, { ...all, ...filter }).map(({ name }) => name);

	it('finds by words without regard to accents and case, also of the team', () => {
		expect(names({ text: 'inigo' })).toEqual(['Íñigo']);
		expect(names({ text: 'levante zo' })).toEqual(['Zoe']);
	});

	it('narrows by team, state and skill together', () => {
		expect(names({ team: 'Levante', state: 'available' })).toEqual(['Íñigo', 'Bea']);
		expect(names({ state: 'unknown' })).toEqual(['Ana']);
		expect(names({ skill: 'Garbí-skill', state: 'wrap' })).toEqual([]);
	});
});
