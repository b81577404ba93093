import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAgents } from './rank-agents.ts';
import { WEIGHTS, type RoutedAgent, type RoutedContact } from './routed-agent.ts';

const call: RoutedContact = { skill: 'billing-es', language: 'es', size: 1, ahtSeconds: 300 };
const agent = (id: string, changed: Partial<RoutedAgent> & { proficiency?: number } = {}): RoutedAgent => ({
	id,
	state: 'available',
	skills: new Map([['billing-es', changed.proficiency ?? 0.7]]),
	languages: ['es'],
	load: 0,
	idleSeconds: 60,
	expectedFreeSeconds: 0,
	lastWithCustomer: null,
	...changed
});
const order = (agents: RoutedAgent[], contact = call) =>
	rankAgents(contact, agents).ranked.map(({ id }) => id);

describe('rankAgents()', () => {
	it('has weights that sum to 1', () => {
		expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
	});

	it('refuses who lacks the skill or the language or is not at work, and says all that stands against them', () => {
		const { ranked, refused } = rankAgents(call, [
			agent('fits'),
			agent('no skill', { skills: new Map([['sales-es', 1]]) }),
			agent('no language', { languages: ['en'] }),
			agent('at lunch', { state: 'lunch' }),
			agent('moved', { isMovedAway: true }),
			agent('unheard of', { state: null, languages: ['en'] })
		]);
		expect(ranked.map(({ id }) => id)).toEqual(['fits']);
		expect(refused).toEqual([
			{ id: 'at lunch', reasons: [{ why: 'state', state: 'lunch' }] },
			{ id: 'moved', reasons: [{ why: 'moved' }] },
			{ id: 'no language', reasons: [{ why: 'language', language: 'es' }] },
			{ id: 'no skill', reasons: [{ why: 'skill', skill: 'billing-es' }] },
			{
				id: 'unheard of',
				reasons: [
					{ why: 'language', language: 'es' },
					{ why: 'state', state: null }
				]
			}
		]);
	});

	it('refuses nobody for what is not known', () => {
		expect(order([agent('a', { languages: null })])).toEqual(['a']);
		expect(order([agent('a', { languages: ['en'] })], { ...call, language: null, skill: null })).toEqual([
			'a'
		]);
	});

	it('puts who has room before who has not, whatever their proficiency', () => {
		const busy = agent('best', { state: 'handling', load: 1, proficiency: 1, idleSeconds: null, expectedFreeSeconds: 20 }); // prettier-ignore
		const { ranked } = rankAgents(call, [busy, agent('free', { proficiency: 0.2 })]);
		expect(ranked.map(({ id, hasRoom, expectedFreeSeconds }) => [id, hasRoom, expectedFreeSeconds])).toEqual([
			['free', true, 0],
			['best', false, 20]
		]);
		expect(ranked[1]!.reasons[0]).toMatchObject({ part: 'wait', expectedFreeSeconds: 20 });
	});

	it('gives a chat to an agent with a slot left, and none to one who writes up', () => {
		const chat = { ...call, size: 1 / 3 };
		const { ranked } = rankAgents(chat, [
			agent('two of three', { state: 'handling', load: 2 / 3, idleSeconds: null }),
			agent('full', { state: 'handling', load: 1, idleSeconds: null, expectedFreeSeconds: 30 }),
			agent('writing up', { state: 'wrap', load: 1 / 3, idleSeconds: null, expectedFreeSeconds: 10 })
		]);
		expect(ranked.map(({ id, hasRoom }) => [id, hasRoom])).toEqual([
			['two of three', true],
			['writing up', false],
			['full', false]
		]);
	});

	it('prefers the agent with whom the customer’s last contact went well, and avoids where it went badly', () => {
		const agents = ['bad', 'good', 'none'].map((id) =>
			agent(id, { lastWithCustomer: id === 'none' ? null : (id as 'good') })
		);
		expect(order(agents)).toEqual(['good', 'none', 'bad']);
	});

	it('says what each part of the score was made of, the weightiest first', () => {
		const [first] = rankAgents(call, [agent('a', { lastWithCustomer: 'good' })]).ranked;
		expect(first!.reasons.map(({ part }) => part)).toEqual(['proficiency', 'history', 'load', 'idle']);
		expect(first!.score).toBeCloseTo(0.55 * 0.7 + 0.2 + 0.15 + 0.1 * (60 / 360), 12);
	});

	const seconds = fc.option(fc.integer({ min: 0, max: 5000 }));
	const anyAgent = fc.record({
		state: fc.constantFrom('available', 'handling', 'wrap', 'offered', 'break', null),
		proficiency: fc.double({ min: 0, max: 1, noNaN: true }),
		languages: fc.constantFrom(null, ['es'], ['en']),
		load: fc.constantFrom(0, 0.25, 0.5, 1),
		idleSeconds: seconds,
		expectedFreeSeconds: seconds,
		lastWithCustomer: fc.constantFrom(null, 'good' as const, 'bad' as const)
	});
	const size = fc.constantFrom(1, 0.5, 0.25);
	const HISTORY = ['bad', null, 'good'] as const;

	it('never ranks an agent lower for being better in one thing, all else equal', () => {
		const better: ((a: RoutedAgent) => RoutedAgent)[] = [
			(a) => ({ ...a, skills: new Map([['billing-es', Math.min(1, a.skills.get('billing-es')! + 0.2)]]) }),
			(a) => ({ ...a, load: Math.max(0, a.load - 0.25) }),
			(a) => ({ ...a, idleSeconds: (a.idleSeconds ?? 0) + 100 }),
			(a) => ({ ...a, expectedFreeSeconds: Math.max(0, (a.expectedFreeSeconds ?? 6000) - 100) }),
			(a) => ({ ...a, lastWithCustomer: HISTORY[Math.min(2, HISTORY.indexOf(a.lastWithCustomer) + 1)]! })
		];
		const place = (list: RoutedAgent[], id: string, contact: RoutedContact) => {
			const at = order(list, contact).indexOf(id);
			return at < 0 ? Infinity : at;
		};
		let checked = 0;
		fc.assert(
			fc.property(
				fc.array(anyAgent, { minLength: 2, maxLength: 8 }),
				size,
				fc.nat({ max: 4 }),
				(drawn, s, which) => {
					const list = drawn.map((one, i) => agent(`a${i}`, one));
					const contact = { ...call, size: s };
					const before = place(list, 'a0', contact);
					const after = place([better[which]!(list[0]!), ...list.slice(1)], 'a0', contact);
					expect(after).toBeLessThanOrEqual(before);
					if (before < Infinity && before > 0) checked++;
				}
			),
			{ numRuns: 1000, seed: 5 }
		);
		expect(checked).toBeGreaterThan(200);
	});

	it('names every agent once, and answers the same whatever the order they come in', () => {
		fc.assert(
			fc.property(fc.array(anyAgent, { maxLength: 12 }), size, fc.integer(), (drawn, s, turn) => {
				const list = drawn.map((one, i) => agent(`a${i}`, one));
				const answer = rankAgents({ ...call, size: s }, list);
				const names = [...answer.ranked, ...answer.refused].map(({ id }) => id).sort();
				expect(names).toEqual(list.map(({ id }) => id).sort());
				const cut = list.length === 0 ? 0 : Math.abs(turn) % list.length;
				expect(rankAgents({ ...call, size: s }, [...list.slice(cut), ...list.slice(0, cut)])).toEqual(answer);
				for (const { score } of answer.ranked) expect(score >= 0 && score <= 1).toBe(true);
			}),
			{ numRuns: 300, seed: 6 }
		);
	});

	it('refuses numbers outside their range, with the agent', () => {
		expect(() => order([agent('a', { load: 2 })])).toThrow(/load "2" of "a"/);
		expect(() => order([agent('a', { proficiency: 1.5 })])).toThrow(/"1.5" of "a" in "billing-es"/);
		expect(() => order([agent('a', { idleSeconds: -1 })])).toThrow(/seconds "-1"/);
		expect(() => order([agent('a')], { ...call, size: 0 })).toThrow(/size "0"/);
	});
});
