import { describe, expect, it } from 'vitest';
import { readAgentDesk } from './read-agent-desk.ts';
import { readTeam } from './read-team.ts';
import { supervisor, test, planned, runWithFinding, useSessionCentre } from './testing-sessions.ts';

useSessionCentre();

describe('readTeam()', () => {
	it('says who, what and why, and of the others that there is nothing or too little', async () => {
		await runWithFinding();
		const id = await planned();
		const { rows, counts } = await readTeam(test.ctx, supervisor, { state: 'all' });
		expect(rows.map(({ agentId, verdict }) => [agentId, verdict])).toEqual([
			['ana', 'findings'],
			['ben', 'nothing'],
			['cat', 'thin']
		]);
		expect(rows[0]).toMatchObject({
			finding: {
				cause: 'knowledge',
				evidence: 1,
				moduleId: 'search-drill',
				gaps: [{ metric: 'aht', reached: 320, expected: 250 }],
				effect: { then: 290 },
				mentors: [{ agentId: 'ben', name: 'ben' }]
			},
			next: { id }
		});
		expect(counts).toEqual({ findings: 1, open: 0, planned: 1, strengths: 1, nothing: 1, thin: 1, all: 3 });
		expect((await readTeam(test.ctx, supervisor, { state: 'all', metric: 'csat' })).rows).toEqual([]);
		expect((await readTeam(test.ctx, supervisor, { state: 'strengths' })).rows).toHaveLength(1);
	});

	it('is empty and says so before anything was computed', async () => {
		const { run, counts } = await readTeam(test.ctx, supervisor);
		expect(run).toBeNull();
		expect(counts).toMatchObject({ findings: 0, thin: 3, all: 3 });
	});
});

describe('readAgentDesk()', () => {
	it('puts the figure, what is fair and the interval side by side', async () => {
		await runWithFinding();
		const desk = (await readAgentDesk(test.ctx, supervisor, 'ana'))!;
		const [aht] = desk.metrics;
		expect(aht!.level).toBeCloseTo(250 * Math.exp(0.2), 6);
		expect(aht!.low).toBeLessThan(aht!.level);
		expect(aht!.high).toBeGreaterThan(aht!.level);
		expect(aht!.sdsLow).toBeLessThan(-1);
		expect(desk.findings[0]).toMatchObject({ mainCase: { queueName: 'Q' }, mentors: [{ name: 'ben' }] });
		expect(desk.weeks[0]).toBe('2026-01-05');
		expect(await readAgentDesk(test.ctx, supervisor, 'nobody')).toBeNull();
	});
});
