import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactSentiment, type ScoredTurn } from './contact-sentiment.ts';

const turn = (atMs: number, score: number, over: Partial<ScoredTurn> = {}): ScoredTurn => ({
	atMs,
	party: 'customer',
	score,
	withBot: false,
	...over
});

describe('contactSentiment()', () => {
	it('gives overall, quarters and shift on −5…+5', () => {
		const { customer } = contactSentiment([turn(0, -0.8), turn(30, -0.4), turn(60, 0.2), turn(100, 0.6)]);
		expect(customer.overall).toBeCloseTo(-0.5, 12);
		expect(customer.quarters).toEqual([-4, -2, 1, 3]);
		expect(customer.shift).toBe(7);
	});

	it("counts quarters from each party's own first to last turn", () => {
		const { customer, agent } = contactSentiment([
			turn(0, 0, { party: 'agent' }),
			turn(1000, -1),
			turn(1100, 1),
			turn(5000, 0, { party: 'agent' })
		]);
		expect(customer.quarters).toEqual([-5, null, null, 5]);
		expect(agent.quarters).toEqual([0, null, null, 0]);
	});

	it('keeps bot part and person part apart', () => {
		const both = contactSentiment([
			turn(0, -0.5, { withBot: true }),
			turn(1, 0.5),
			turn(2, 0.5, { party: 'bot' })
		]);
		expect(both.withBot).toMatchObject({ turns: 1, overall: -2.5 });
		expect(both.withPerson).toMatchObject({ turns: 1, overall: 2.5 });
		expect(both.customer.turns).toBe(2);
	});

	it('has nulls where nothing was said, and one turn fills the first quarter only', () => {
		expect(contactSentiment([]).customer).toEqual({
			turns: 0,
			overall: null,
			quarters: [null, null, null, null],
			shift: null,
			progressive: []
		});
		expect(contactSentiment([turn(5, 0.2)]).customer).toMatchObject({
			quarters: [1, null, null, null],
			shift: null
		});
	});

	it('stays in range, does not depend on the order of turns, and progresses once a turn', () => {
		const turns = fc.uniqueArray(
			fc.record({
				atMs: fc.integer({ min: 0, max: 1e6 }),
				party: fc.constantFrom('customer', 'agent', 'bot'),
				score: fc.double({ min: -1, max: 1, noNaN: true }),
				withBot: fc.boolean()
			}),
			{ selector: (t) => t.atMs, minLength: 1, maxLength: 30 }
		);
		fc.assert(
			fc.property(turns, (list) => {
				const typed = list as ScoredTurn[];
				const sentiment = contactSentiment(typed);
				expect(contactSentiment(typed.toReversed())).toEqual(sentiment);
				for (const part of Object.values(sentiment)) {
					expect(part.progressive).toHaveLength(part.turns);
					for (const value of [
						part.overall,
						...part.quarters,
						...part.progressive.map((point: { score: number }) => point.score)
					])
						if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(5 + 1e-9);
				}
			}),
			{ seed: 3, numRuns: 200 }
		);
	});

	it('refuses a score or an instant outside its domain', () => {
		expect(() => contactSentiment([turn(0, 1.5)])).toThrow('score "1.5" must be between -1 and 1');
		expect(() => contactSentiment([turn(NaN, 0)])).toThrow('atMs "NaN"');
	});
});
