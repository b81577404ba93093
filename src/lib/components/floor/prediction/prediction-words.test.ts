import { afterEach, describe, expect, it } from 'vitest';
import type { QueueRow } from '#lib/contracts/live.ts';
import { LEAVING_REASONS, type PredictionCause, type QueuePrediction } from '#lib/contracts/prediction.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { breachWord, causeText, outlookSentence } from './prediction-words.ts';

const row = (
	breach: QueuePrediction['breach'],
	serviceLevel30: QueuePrediction['serviceLevel30'] = [0.7, 0.5, 0.8]
) => ({ target: { share: 0.8 }, prediction: { serviceLevel30, breach } }) as QueueRow;
const load: PredictionCause = { kind: 'load', perHour: 120, carriesPerHour: 90, agents: 6.5 };
const lunch: PredictionCause = { kind: 'leaving', agents: 3, reason: 'lunch', inMinutes: 8 };

afterEach(() => overwriteGetLocale(() => 'en'));

describe('outlookSentence()', () => {
	it('says when it falls and why, in both languages', () => {
		overwriteGetLocale(() => 'en');
		const falling = row({ state: 'falling', inMinutes: 12, causes: [lunch, load] });
		expect(outlookSentence(falling)).toBe(
			'Will fall below 80% in about 12 min, because 3 agents go to lunch, the first in 8 min and about 120 an hour come and its share of the agents (6.5) carries 90.'
		);
		overwriteGetLocale(() => 'es');
		expect(outlookSentence(falling)).toBe(
			'Bajará del 80 % en unos 12 min: 3 agentes se van a comer, el primero en 8 min y entran unos 120 por hora y su parte de los agentes (6,5) da abasto para 90.'.replace(
				'80 %',
				'80\u00a0%'
			)
		);
	});

	it('says that it is below and until when, that it is kept, or nothing where nothing is known', () => {
		overwriteGetLocale(() => 'en');
		expect(outlookSentence(row({ state: 'below', inMinutes: 20, causes: [] }))).toBe(
			'Below 80% now; back in about 20 min.'
		);
		expect(outlookSentence(row({ state: 'below', inMinutes: 20, causes: [{ ...load, perHour: 80 }] }))).toBe(
			'Below 80% now; back in about 20 min.'
		);
		expect(
			outlookSentence(row({ state: 'below', inMinutes: 20, causes: [{ kind: 'backlog', waiting: 9 }] }))
		).toBe('Below 80% now; back in about 20 min. Behind it: 9 are waiting already.');
		expect(outlookSentence(row({ state: 'below', inMinutes: null, causes: [] }))).toContain(
			'not foreseen back'
		);
		expect(outlookSentence(row(null))).toContain('is kept');
		expect(outlookSentence(row(null, null))).toBeNull();
		expect(outlookSentence({ ...row(null), prediction: null })).toBeNull();
	});
});

it('breachWord() is a few words, or none', () => {
	overwriteGetLocale(() => 'en');
	expect(breachWord(row({ state: 'falling', inMinutes: 12, causes: [] }))).toBe('below in 12 min');
	expect(breachWord(row({ state: 'below', inMinutes: 9, causes: [] }))).toBe('back in 9 min');
	expect(breachWord(row({ state: 'below', inMinutes: null, causes: [] }))).toBe('stays below');
	expect(breachWord(row(null))).toBe('');
});

it('causeText() has words of its own for every cause, in both languages', () => {
	const causes: PredictionCause[] = [
		load,
		{ ...load, perHour: 80 },
		{ kind: 'surge', perHour: 120, usualPerHour: 70 },
		{ kind: 'backlog', waiting: 9 },
		{ kind: 'handle-time', ahtSeconds: 370, usualSeconds: 280 },
		{ kind: 'nobody' },
		...LEAVING_REASONS.flatMap((reason): PredictionCause[] => [
			{ kind: 'leaving', agents: 1, reason, inMinutes: 5 },
			{ kind: 'leaving', agents: 4, reason, inMinutes: 5 }
		])
	];
	for (const locale of ['en', 'es'] as const) {
		overwriteGetLocale(() => locale);
		const texts = causes.map(causeText);
		expect(new Set(texts).size).toBe(causes.length);
		expect(texts.join()).not.toMatch(/undefined|NaN|\{/);
	}
});
