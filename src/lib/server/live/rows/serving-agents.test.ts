import { expect, it } from 'vitest';
import type { AgentRow } from '#lib/contracts/live.ts';
import type { CentreConfig } from '../config.ts';
import { ServingAgents } from './serving-agents.ts';

const QUEUES = [
	{ id: 'bills', skillId: 'billing' },
	{ id: 'chat', skillId: 'billing' },
	{ id: 'faults', skillId: 'technical' }
];
const agent = (id: string, state: AgentRow['state'], skills: string[], assigned: string[] | null = null) =>
	({ id, state, skills, assigned }) as AgentRow;

function servedBy(...rows: AgentRow[]) {
	const serving = new ServingAgents({ queues: QUEUES, agents: rows } as unknown as CentreConfig);
	for (const row of rows) serving.count(row, 1);
	return { serving, of: (id: string) => serving.of(QUEUES.find((queue) => queue.id === id)!) };
}

it('counts an agent in every queue whose skill they have, shared among them', () => {
	const { of } = servedBy(
		agent('ana', 'available', ['billing']),
		agent('eva', 'handling', ['billing', 'technical'])
	);
	expect(of('bills')).toEqual({
		states: { available: 1, handling: 1 },
		available: 1,
		staffedByQueues: new Map([
			[2, 1],
			[3, 1]
		])
	});
	expect(of('faults').states).toEqual({ handling: 1 });
});

it('counts one who was moved where they were moved to and nowhere else', () => {
	const { of } = servedBy(
		agent('ana', 'available', ['billing'], ['chat']),
		agent('eva', 'available', ['billing', 'technical'], []),
		agent('leo', 'handling', ['billing'])
	);
	expect(of('bills').states).toEqual({ handling: 1 });
	expect(of('chat')).toEqual({
		states: { available: 1, handling: 1 },
		available: 1,
		staffedByQueues: new Map([
			[2, 1],
			[1, 1]
		])
	});
	expect(of('faults').states).toEqual({});
});

it('comes back to nobody when everybody counted in is counted out', () => {
	const rows = [
		agent('ana', 'available', ['billing']),
		agent('eva', 'handling', ['billing'], ['faults']),
		agent('leo', null, ['billing'])
	];
	const { serving, of } = servedBy(...rows);
	expect(of('bills').states).toEqual({ available: 1, unknown: 1 });
	for (const row of rows) serving.count(row, -1);
	for (const { id } of QUEUES)
		expect(of(id)).toEqual({ states: {}, available: 0, staffedByQueues: new Map() });
});
