import { describe, expect, it } from 'vitest';
import { compareAgents } from '#solver/coaching/index.ts';
import { simulateCentre } from '#solver/coaching/testing/simulate-centre.ts';
import { measureSessions, type CoachedSession } from './measure-sessions.ts';

const DAY = 42;
const PEOPLE = Array.from({ length: 10 }, (_, i) => 10 + i);
const base = { agents: 60, weeks: 12, seed: 77 };
const coached = PEOPLE.map((agent) => ({ agent, day: DAY, skill: 'aht' as const, lowers: 2 }));
const { facts, truth } = simulateCentre({ ...base, coached });
const comparison = compareAgents(facts, ['aht']);
const expectedOf = (agent: number) =>
	comparison.metrics.get('aht')!.standings.find((one) => one.agent === agent)!;

const session = (agent: number, more: Partial<CoachedSession> = {}): CoachedSession => ({
	id: `s${agent}`,
	agentId: `agent-${agent}`,
	moduleId: 'search-drill',
	day: DAY,
	metrics: ['aht'],
	settled: [],
	goals: [],
	...more
});

describe('measureSessions()', () => {
	it('finds what coaching did against agents who were not coached, and hands it to the catalogue', () => {
		const { effects, uses } = measureSessions(
			facts,
			comparison,
			PEOPLE.map((agent) => session(agent))
		);
		expect(effects.map(({ sessionId }) => sessionId)).toEqual(PEOPLE.map((agent) => `s${agent}`));
		// Some have left, or came after it: of them nothing can be told.
		expect(uses.length).toBeGreaterThan(4);
		expect(uses).toHaveLength(effects.filter(({ found }) => found.kind === 'measured').length);
		const { spread } = comparison.metrics.get('aht')!;
		const mean = uses.reduce((sum, { sds }) => sum + sds, 0) / uses.length;
		const measured = effects.flatMap(({ sessionId, found }) =>
			found.kind === 'measured' ? Number(sessionId.slice(1)) : []
		);
		const caused = measured.reduce((sum, agent) => sum + truth.effect('aht', agent), 0) / measured.length;
		expect(caused / spread).toBeGreaterThan(0.5);
		const error = Math.sqrt(uses.reduce((sum, use) => sum + use.error ** 2, 0)) / uses.length;
		expect(Math.abs(mean - caused / spread)).toBeLessThan(3 * error);
	});

	it('says that it is too early right after a session, and learns nothing from it', () => {
		const { effects, uses } = measureSessions(facts, comparison, [session(11, { day: facts.days - 1 })]);
		expect(effects[0]!.found.kind).toBe('too-early');
		expect(uses).toEqual([]);
	});

	it('leaves settled answers and unknown people alone; a talk without a module teaches no module', () => {
		const { effects, uses } = measureSessions(facts, comparison, [
			session(11, { settled: ['aht'] }),
			session(12, { agentId: 'gone' }),
			session(13, { moduleId: null })
		]);
		expect(effects.map(({ sessionId }) => sessionId)).toEqual(['s13']);
		expect(uses).toEqual([]);
	});

	it('judges goals by the days since: reached beyond chance, open before the day, lapsed after it', () => {
		const { expected } = expectedOf(11);
		const { goals } = measureSessions(facts, comparison, [
			session(11, {
				goals: [
					{ id: 'easy', metric: 'aht', target: expected * 2, isDue: false },
					{ id: 'hard', metric: 'aht', target: expected / 3, isDue: false },
					{ id: 'hard-due', metric: 'aht', target: expected / 3, isDue: true },
					{ id: 'unknown', metric: 'csat', target: 0.9, isDue: true }
				]
			})
		]);
		expect(goals.map(({ id, state }) => [id, state])).toEqual([
			['easy', 'reached'],
			['hard', 'open'],
			['hard-due', 'lapsed'],
			['unknown', 'open']
		]);
		expect(goals[0]!.current).toBeGreaterThan(0);
		expect(goals[3]).toMatchObject({ current: null, probability: null });
	});
});
