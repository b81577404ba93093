import { describe, expect, it } from 'vitest';
import type { AgentRow } from '#lib/contracts/live.ts';
import { helpersOf } from './helpers-of.ts';

const agent = (id: string, state: AgentRow['state'], queue?: string, skills = ['billing']) =>
	({
		id,
		state,
		since: 0,
		skills,
		contacts: queue ? [{ id: 'c', queue, since: 0, onHold: false }] : []
	}) as unknown as AgentRow;

describe('helpersOf()', () => {
	it('lists those with the skill who are elsewhere, soonest to be free first', () => {
		const agents = [
			agent('lunch', 'lunch'),
			agent('elsewhere', 'handling', 'sales'),
			agent('here', 'handling', 'billing'),
			agent('gone', 'offline'),
			agent('unknown', null),
			agent('unskilled', 'available', undefined, ['sales']),
			agent('wrap', 'wrap'),
			agent('free', 'available')
		];
		expect(helpersOf(agents, 'billing', 'billing').map(({ id }) => id)).toEqual([
			'free',
			'wrap',
			'elsewhere',
			'lunch'
		]);
	});

	it('is empty for a queue without a skill', () => {
		expect(helpersOf([agent('free', 'available')], 'billing', undefined)).toEqual([]);
	});
});
