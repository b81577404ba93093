import { describe, expect, it } from 'vitest';
import { CAUSES } from '#solver/coaching/index.ts';
import { findMoments, type MomentSource } from './find-moments.ts';

const source = (
	words: [number, 'customer' | 'agent', string, number?][],
	more: Partial<MomentSource> = {}
): MomentSource => ({
	fromMs: 0,
	turns: words.map(([seconds, party, text, score]) => ({
		at: seconds * 1000,
		party,
		text,
		language: 'en',
		score: score ?? null
	})),
	holds: [],
	transferredAt: null,
	...more
});

describe('findMoments()', () => {
	it('the longest holds come first, and the two are told in order of time', () => {
		const call = source(
			[
				[0, 'agent', 'Hello'],
				[5, 'customer', 'One'],
				[40, 'agent', 'Back'],
				[50, 'customer', 'Two'],
				[200, 'agent', 'Back again'],
				[210, 'customer', 'Three'],
				[230, 'agent', 'There']
			],
			{
				holds: [
					{ fromMs: 10_000, toMs: 38_000 },
					{ fromMs: 60_000, toMs: 190_000 },
					{ fromMs: 215_000, toMs: 220_000 }
				]
			}
		);
		expect(findMoments(call, 'holding').map(({ seconds }) => seconds)).toEqual([28, 130]);
		expect(findMoments(call, 'holding', 1).map(({ seconds }) => seconds)).toEqual([130]);
	});

	it('a fall of the mood is shown with the turns between, the steepest chosen', () => {
		const [moment, ...others] = findMoments(
			source([
				[0, 'customer', 'Fine', 0.4],
				[10, 'agent', 'That is not possible.'],
				[20, 'customer', 'What?', -0.5],
				[30, 'agent', 'No.'],
				[40, 'customer', 'Hm', -0.55]
			]),
			'empathy'
		);
		expect(others).toEqual([]);
		expect(moment).toMatchObject({ kind: 'mood-drop', moodChange: -0.9, afterSeconds: 20 });
		expect(moment!.turns.map(({ text, isMarked }) => [text, isMarked])).toEqual([
			['Fine', false],
			['That is not possible.', false],
			['What?', true]
		]);
	});

	it('the same question asked twice is found, another question is not', () => {
		const twice = source([
			[0, 'agent', 'Could you tell me your customer number, please?'],
			[5, 'customer', '1234'],
			[60, 'agent', 'What is the date on the bill?'],
			[65, 'customer', 'May'],
			[90, 'agent', 'Could you please tell me your customer number?']
		]);
		const [moment] = findMoments(twice, 'call-control', 1);
		expect(moment).toMatchObject({ kind: 'repeat', at: 90_000 });
		expect(
			findMoments(
				source(twice.turns.slice(0, 4).map(({ at, party, text }) => [at / 1000, party as 'agent', text])),
				'call-control'
			).map(({ kind }) => kind)
		).not.toContain('repeat');
	});

	it('a silence is from the customer’s word to the answer, and no hold', () => {
		const words: [number, 'customer' | 'agent', string][] = [
			[0, 'customer', 'Where is it?'],
			[45, 'agent', 'I found it.']
		];
		expect(findMoments(source(words), 'knowledge')).toMatchObject([{ kind: 'silence', seconds: 45 }]);
		const held = source(words, { holds: [{ fromMs: 5_000, toMs: 40_000 }] });
		expect(findMoments(held, 'knowledge')).toMatchObject([{ kind: 'hold', seconds: 35 }]);
	});

	it('what was heard in the customer’s words is named', () => {
		const found = findMoments(
			source([
				[0, 'customer', 'I will call my lawyer about this.'],
				[5, 'agent', 'I understand.']
			]),
			'de-escalation'
		);
		expect(found).toMatchObject([
			{ kind: 'cue', cue: 'legal-threat', turns: [{ isMarked: true }, { isMarked: false }] }
		]);
	});

	it.each(CAUSES)('%s: nothing without words, at most as many as asked for, no turn twice', (cause) => {
		expect(findMoments(source([]), cause)).toEqual([]);
		const words: [number, 'customer' | 'agent', string, number?][] = Array.from({ length: 12 }, (_, i) => [
			i * 30,
			i % 2 ? 'customer' : 'agent',
			i % 2 ? 'I want to complain, I am furious!' : 'Could you tell me your number again?',
			i % 2 ? 0.5 - i / 10 : undefined
		]);
		const found = findMoments(
			source(words, { holds: [{ fromMs: 95_000, toMs: 118_000 }], transferredAt: 300_000 }),
			cause,
			3
		);
		expect(found.length).toBeLessThanOrEqual(3);
		const at = found.flatMap(({ turns }) => turns.map((turn) => turn.at));
		expect(new Set(at).size).toBe(at.length);
		for (const { turns } of found) expect(turns.some(({ isMarked }) => isMarked)).toBe(true);
		expect(found.length > 0).toBe(cause !== 'adherence');
	});
});
