import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUE_KINDS } from '../conversations/index.ts';
import { NEEDS_PERSON_AT, personNeed, type HeardCue, type NeedFacts } from './index.ts';

const NOW = 1_000_000_000;
const calm: NeedFacts = {
	place: 'bot',
	moods: [],
	cues: [],
	failedBotTurns: 0,
	waitingSinceMs: null,
	thresholdSeconds: 20,
	heldSinceMs: null,
	unansweredSinceMs: null,
	repeatContacts: null,
	priority: null
};
const cue = (kind: HeardCue['kind'], more: Partial<HeardCue> = {}): HeardCue => ({
	kind,
	strength: 1,
	turnsSince: 0,
	isBeforePerson: false,
	...more
});
const urgencyOf = (facts: Partial<NeedFacts>) => personNeed({ ...calm, ...facts }, NOW).urgency;
const kindsOf = (facts: Partial<NeedFacts>) =>
	personNeed({ ...calm, ...facts }, NOW).reasons.map(({ kind }) => kind);

describe('personNeed()', () => {
	it('is none for a contact of which nothing is known, whatever its priority', () => {
		expect(personNeed(calm, NOW)).toEqual({ urgency: 0, reasons: [] });
		expect(personNeed({ ...calm, priority: 10 }, NOW)).toEqual({ urgency: 0, reasons: [] });
	});

	it('calls for a person when one is asked for twice, or the law is spoken of, or a vulnerable customer waits', () => {
		expect(urgencyOf({ cues: [cue('asks-for-person')] })).toBeLessThan(NEEDS_PERSON_AT);
		expect(urgencyOf({ cues: [cue('asks-for-person'), cue('asks-for-person')] })).toBeGreaterThan(
			NEEDS_PERSON_AT
		);
		expect(urgencyOf({ cues: [cue('legal-threat')] })).toBeGreaterThan(NEEDS_PERSON_AT);
		expect(urgencyOf({ cues: [cue('vulnerability')] })).toBeGreaterThan(NEEDS_PERSON_AT);
	});

	it('says the fall of the mood with where it came from and how many turns it took', () => {
		const { reasons } = personNeed({ ...calm, moods: [0.5, 1.2, 0.4, -0.8, -2, -3.4] }, NOW);
		expect(reasons.find(({ kind }) => kind === 'mood-fell')).toMatchObject({ from: 1.2, to: -3.4, turns: 4 });
		expect(kindsOf({ moods: [4, 1] })).toEqual([]);
	});

	it('takes a request for a person as met once a person has the contact, and halves what was said before', () => {
		const before = { isBeforePerson: true };
		expect(kindsOf({ place: 'agent', cues: [cue('asks-for-person', before)] })).toEqual([]);
		expect(kindsOf({ place: 'agent', cues: [cue('asks-for-person')] })).toEqual(['asks-for-another']);
		expect(urgencyOf({ place: 'agent', cues: [cue('legal-threat', before)] })).toBeCloseTo(
			urgencyOf({ cues: [cue('legal-threat')] }) / 2
		);
		expect(kindsOf({ place: 'agent', failedBotTurns: 3 })).toEqual([]);
	});

	it('lets anger fade with later turns, but no threat', () => {
		expect(urgencyOf({ cues: [cue('anger', { turnsSince: 4 })] })).toBeLessThan(
			urgencyOf({ cues: [cue('anger')] })
		);
		expect(urgencyOf({ cues: [cue('churn-threat', { turnsSince: 4 })] })).toBe(
			urgencyOf({ cues: [cue('churn-threat')] })
		);
	});

	it('counts a wait against the queue’s own threshold', () => {
		const waitingSinceMs = NOW - 40_000;
		expect(urgencyOf({ waitingSinceMs, thresholdSeconds: 20 })).toBeGreaterThan(0.25);
		expect(urgencyOf({ waitingSinceMs, thresholdSeconds: 300 })).toBe(0);
		expect(urgencyOf({ waitingSinceMs, thresholdSeconds: null })).toBeGreaterThan(0);
	});

	it('puts the heaviest reason first and refuses what is no fact', () => {
		expect(kindsOf({ cues: [cue('worry'), cue('legal-threat')], moods: [-2] })[0]).toBe('legal-threat');
		expect(() => urgencyOf({ moods: [-6] })).toThrow('mood "-6" must be between -5 and 5');
		expect(() => urgencyOf({ cues: [cue('anger', { strength: NaN })] })).toThrow('strength "NaN"');
		expect(() => urgencyOf({ failedBotTurns: -1 })).toThrow('failed turns "-1"');
	});

	it('is never lowered by more of any reason', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const aCue = fc.record({
			kind: fc.constantFrom(...CUE_KINDS),
			strength: share,
			turnsSince: fc.nat(12),
			isBeforePerson: fc.boolean()
		});
		const past = fc.option(fc.nat(900_000).map((ms) => NOW - ms));
		const facts = fc.record<NeedFacts>({
			place: fc.constantFrom('bot', 'waiting', 'agent'),
			moods: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 8 }),
			cues: fc.array(aCue, { maxLength: 6 }),
			failedBotTurns: fc.nat(6),
			waitingSinceMs: past,
			thresholdSeconds: fc.option(fc.integer({ min: 1, max: 900 })),
			heldSinceMs: past,
			unansweredSinceMs: past,
			repeatContacts: fc.option(fc.nat(5)),
			priority: fc.option(fc.nat(10))
		});
		const earlier = (at: number | null, by: number) => (at === null ? null : at - by);
		const worse: ((facts: NeedFacts, by: number) => NeedFacts)[] = [
			(f, by) => ({
				...f,
				cues: f.cues.map((one) => ({ ...one, strength: Math.min(1, one.strength + by) }))
			}),
			(f, by) => ({ ...f, cues: [...f.cues, cue('anger', { strength: by })] }),
			(f, by) => ({ ...f, cues: [...f.cues, cue('asks-for-person', { strength: by })] }),
			(f, by) => ({ ...f, moods: f.moods.with(-1, Math.max(-5, f.moods.at(-1)! - 5 * by)) }),
			(f, by) => ({ ...f, moods: [Math.min(5, (f.moods[0] ?? 0) + 5 * by), ...f.moods.slice(1)] }),
			(f) => ({ ...f, failedBotTurns: f.failedBotTurns + 1 }),
			(f, by) => ({ ...f, waitingSinceMs: earlier(f.waitingSinceMs, by * 600_000) }),
			(f, by) => ({ ...f, heldSinceMs: earlier(f.heldSinceMs, by * 600_000) }),
			(f, by) => ({ ...f, unansweredSinceMs: earlier(f.unansweredSinceMs, by * 600_000) }),
			(f) => ({ ...f, repeatContacts: (f.repeatContacts ?? 0) + 1 }),
			(f) => ({ ...f, priority: (f.priority ?? 0) + 1 })
		];
		let raised = 0;
		fc.assert(
			fc.property(facts, fc.nat(worse.length - 1), share, (given, which, by) => {
				fc.pre(which < 3 || which > 4 || given.moods.length > 1);
				const before = personNeed(given, NOW).urgency;
				const after = personNeed(worse[which]!(given, by), NOW).urgency;
				if (after > before) raised++;
				expect(after).toBeGreaterThanOrEqual(before - 1e-12);
				expect(after).toBeLessThanOrEqual(1);
			}),
			{ seed: 4, numRuns: 3_000 }
		);
		expect(raised).toBeGreaterThan(500);
	});
});
