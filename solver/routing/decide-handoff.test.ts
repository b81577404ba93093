import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideHandoff } from './decide-handoff.ts';
import type { ConversationSigns, HandoffRules } from './handoff-rules.ts';

const rules: HandoffRules = {
	intents: ['cancel'],
	moodBelow: -0.4,
	moodFall: 0.6,
	failedTurns: 2,
	onRequest: true,
	cues: [
		{ kind: 'legal-threat', minimumStrength: 0.5 },
		{ kind: 'vulnerability', minimumStrength: 0.3 }
	],
	valueAtLeast: 8
};
const calm: ConversationSigns = {
	intent: 'billing',
	moods: [0.1, 0, 0.1],
	failedTurns: 0,
	askedForPerson: false,
	cues: [],
	value: null
};
const rulesOf = (signs: Partial<ConversationSigns>, changed: Partial<HandoffRules> = {}) =>
	decideHandoff({ ...rules, ...changed }, { ...calm, ...signs }).reasons.map(({ rule }) => rule);

describe('decideHandoff()', () => {
	it('leaves a calm conversation with the bot and names what it could not judge', () => {
		expect(decideHandoff(rules, calm)).toEqual({
			needsPerson: false,
			reasons: [],
			unknown: ['fall', 'value']
		});
		expect(decideHandoff(rules, { ...calm, intent: null, moods: [] })).toMatchObject({
			unknown: ['intent', 'mood', 'fall', 'value']
		});
	});

	it.each<[string, Partial<ConversationSigns>, string[]]>([
		['a reason for contact in the list', { intent: 'cancel' }, ['intent']],
		['a mood below the limit', { moods: [-0.5, -0.6] }, ['mood']],
		['a mood at the limit is not below it', { moods: [-0.4, -0.4] }, []],
		['a mood that falls', { moods: [0.6, 0.6, -0.1, 0] }, ['fall']],
		['two turns not understood', { failedTurns: 2 }, ['failed-turns']],
		['one turn not understood', { failedTurns: 1 }, []],
		['a wish for a person', { askedForPerson: true }, ['request']],
		['a legal threat', { cues: [{ kind: 'legal-threat', strength: 0.5 }] }, ['cue']],
		['a weak sign', { cues: [{ kind: 'legal-threat', strength: 0.4 }] }, []],
		['a kind that no rule names', { cues: [{ kind: 'anger', strength: 1 }] }, []],
		['a valued customer with one failed turn', { value: 9, failedTurns: 1 }, ['value']],
		['a valued customer who is well', { value: 9 }, []],
		['another customer with one failed turn', { value: 7, failedTurns: 1 }, []]
	])('%s', (_, signs, expected) => expect(rulesOf(signs)).toEqual(expected));

	it('tells every rule that holds, the customer’s own wish first, with its numbers', () => {
		const all = decideHandoff(rules, {
			intent: 'cancel',
			moods: [0.5, 0.3, -0.5, -0.7],
			failedTurns: 3,
			askedForPerson: true,
			cues: [{ kind: 'vulnerability', strength: 0.9 }, { kind: 'vulnerability', strength: 0.2 }], // prettier-ignore
			value: 10
		});
		expect(all.reasons.map(({ rule }) => rule)).toEqual([
			'request',
			'cue',
			'intent',
			'failed-turns',
			'mood',
			'fall',
			'value' // prettier-ignore
		]);
		expect(all.reasons[1]).toEqual({ rule: 'cue', kind: 'vulnerability', strength: 0.9 });
		expect(all.reasons[3]).toEqual({ rule: 'failed-turns', count: 3, limit: 2 });
	});

	it('judges nothing where every rule is off', () => {
		const off = { intents: [], moodBelow: null, moodFall: null, failedTurns: null, onRequest: false, cues: [], valueAtLeast: null }; // prettier-ignore
		expect(
			rulesOf({ intent: 'cancel', moods: [-1, -1], failedTurns: 9, askedForPerson: true, value: 99 }, off)
		).toEqual([]);
	});

	it('never takes a decision for a person back when a sign gets worse', () => {
		const score = fc.double({ min: -1, max: 1, noNaN: true });
		const strength = fc.double({ min: 0, max: 1, noNaN: true });
		const kind = fc.constantFrom('legal-threat', 'vulnerability', 'anger');
		const cue = fc.record({ kind, strength });
		const signs = fc.record({
			intent: fc.constantFrom(null, 'cancel', 'billing'),
			moods: fc.array(score, { maxLength: 8 }),
			failedTurns: fc.nat({ max: 4 }),
			askedForPerson: fc.boolean(),
			cues: fc.array(cue, { maxLength: 3 }),
			value: fc.option(fc.integer({ min: 0, max: 12 }))
		});
		let needed = 0;
		fc.assert(
			fc.property(signs, cue, fc.double({ min: 0, max: 1, noNaN: true }), (before, more, worse) => {
				if (!decideHandoff(rules, before).needsPerson) return;
				needed++;
				// The last turn worse, never the first ones, which the fall is measured from.
				const { moods } = before;
				const last = moods.length > 2 ? moods.map((mood, i) => (i === moods.length - 1 ? Math.max(-1, mood - worse) : mood)) : moods; // prettier-ignore
				const after = {
					...before,
					moods: last,
					failedTurns: before.failedTurns + 1,
					cues: [...before.cues, more],
					value: before.value === null ? null : before.value + 1
				};
				expect(decideHandoff(rules, after).needsPerson).toBe(true);
			}),
			{ numRuns: 500, seed: 4 }
		);
		expect(needed).toBeGreaterThan(100);
	});

	it('refuses numbers outside their range, with the value', () => {
		expect(() => rulesOf({ moods: [2] })).toThrow(/mood "2" must be/);
		expect(() => rulesOf({ failedTurns: -1 })).toThrow(/"-1"/);
		expect(() => rulesOf({ cues: [{ kind: 'anger', strength: NaN }] })).toThrow(/"NaN" of "anger"/);
	});
});
