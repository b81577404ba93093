import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import {
	agreement,
	drawSample,
	leniency,
	rankRisk,
	sampleMean,
	scoreEvaluation,
	studentQuantile,
	type Answers,
	type FormItem,
	type QualityForm,
	type RiskContact,
	type UnitValues
} from './index.ts';

const words = { en: 'x', es: 'x' };
const item = (id: string, more: Partial<FormItem> = {}): FormItem => ({
	id,
	text: words,
	guide: words,
	weight: 1,
	top: 1,
	allowNa: true,
	fail: 'none',
	...more
});
const answer = (values: Record<string, number | 'na'>): Answers =>
	Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, note: '' }]));

const FORM: QualityForm = {
	sections: [
		{ id: 's1', title: words, weight: 3, items: [item('a', { weight: 2 }), item('b', { top: 4 })] },
		{ id: 's2', title: words, weight: 1, items: [item('c', { fail: 'form', allowNa: false })] }
	]
};

/** A form of one to four sections, and a whole set of answers to it. */
const evaluations = fc
	.array(
		fc.record({
			weight: fc.integer({ min: 1, max: 100 }),
			items: fc.array(
				fc.record({
					weight: fc.integer({ min: 1, max: 100 }),
					top: fc.integer({ min: 1, max: 10 }),
					fail: fc.constantFrom('none' as const, 'form' as const),
					part: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null })
				}),
				{ minLength: 1, maxLength: 5 }
			)
		}),
		{ minLength: 1, maxLength: 4 }
	)
	.map((sections) => {
		const values: Record<string, number | 'na'> = {};
		const form: QualityForm = {
			sections: sections.map(({ weight, items }, s) => ({
				id: `s${s}`,
				title: words,
				weight,
				items: items.map(({ part, ...more }, i) => {
					values[`${s}-${i}`] = part === null ? 'na' : Math.min(part, more.top);
					return item(`${s}-${i}`, more);
				})
			}))
		};
		return { form, answers: answer(values) };
	});
const itemsOf = (form: QualityForm) => form.sections.flatMap(({ items }) => items);

describe('scoreEvaluation()', () => {
	it('weighs questions within sections and sections within the form', () => {
		const { score, sections } = scoreEvaluation(FORM, answer({ a: 1, b: 2, c: 1 }));
		// Section 1: (2 · 1 + 1 · 0.5) ÷ 3; form: (3 · 0.8333 + 1 · 1) ÷ 4.
		expect(score).toBeCloseTo(0.875, 12);
		expect(sections.map(({ share }) => share)).toEqual([0.75, 0.25]);
	});

	it('leaves out what is not applicable, and a section of which nothing applies', () => {
		expect(scoreEvaluation(FORM, answer({ a: 'na', b: 2, c: 1 })).score).toBeCloseTo((3 * 0.5 + 1) / 4, 12);
		const { score, sections } = scoreEvaluation(FORM, answer({ a: 'na', b: 'na', c: 1 }));
		expect(score).toBe(1);
		expect(sections[0]).toEqual({ id: 's1', score: null, share: 0 });
	});

	it('makes an automatic fail 0, and tells what the weights alone make', () => {
		expect(scoreEvaluation(FORM, answer({ a: 1, b: 4, c: 0 }))).toMatchObject({
			score: 0,
			weighted: 0.75,
			failedBy: ['c']
		});
	});

	it('names what is missing; of nothing there is no score', () => {
		expect(scoreEvaluation(FORM, {})).toMatchObject({ score: null, missing: ['a', 'b', 'c'] });
	});

	it('refuses answers that the question does not have', () => {
		for (const wrong of [{ a: 2 }, { b: -1 }, { b: 0.5 }, { c: 'na' }] as Record<string, number | 'na'>[])
			expect(() => scoreEvaluation(FORM, answer(wrong))).toThrow(RangeError);
	});

	it('lies in 0…1, is 1 for all best answers, and is the fail’s 0 exactly when one fails', () => {
		fc.assert(
			fc.property(evaluations, ({ form, answers }) => {
				const { score, weighted, failedBy, sections } = scoreEvaluation(form, answers);
				const applies = itemsOf(form).filter(({ id }) => answers[id]!.value !== 'na');
				expect(score === null).toBe(applies.length === 0);
				if (score === null) return;
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
				expect(score).toBe(failedBy.length > 0 ? 0 : weighted);
				expect(sections.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
				const best = answer(Object.fromEntries(applies.map(({ id, top }) => [id, top])));
				expect(scoreEvaluation(form, best).score).toBeCloseTo(1, 9);
			})
		);
	});

	it('does not change when all weights grow alike, and never falls when an answer rises', () => {
		fc.assert(
			fc.property(
				evaluations,
				fc.integer({ min: 2, max: 9 }),
				fc.nat(),
				({ form, answers }, factor, which) => {
					const scaled: QualityForm = {
						sections: form.sections.map((section) => ({
							...section,
							weight: section.weight * factor,
							items: section.items.map((one) => ({ ...one, weight: one.weight * factor }))
						}))
					};
					const { weighted, score } = scoreEvaluation(form, answers);
					const again = scoreEvaluation(scaled, answers).weighted;
					if (weighted === null) expect(again).toBeNull();
					else expect(again).toBeCloseTo(weighted, 9);
					const open = itemsOf(form).filter(({ id, top }) => {
						const { value } = answers[id]!;
						return value !== 'na' && value < top;
					});
					if (open.length === 0) return;
					const { id } = open[which % open.length]!;
					const more = { ...answers, [id]: { value: (answers[id]!.value as number) + 1, note: '' } };
					expect(scoreEvaluation(form, more).score!).toBeGreaterThanOrEqual(score! - 1e-12);
				}
			)
		);
	});

	it('is the same with a question not applicable as without that question', () => {
		fc.assert(
			fc.property(evaluations, ({ form, answers }) => {
				const without: QualityForm = {
					sections: form.sections.map((section) => ({
						...section,
						items: section.items.filter(({ id }) => answers[id]!.value !== 'na')
					}))
				};
				expect(scoreEvaluation(without, answers).score).toBe(scoreEvaluation(form, answers).score);
			})
		);
	});
});

const draw = (units: { agent: string; id: string; score: number }[], each: number, seed: number) =>
	drawSample(units, {
		stratumOf: ({ agent }) => agent,
		keyOf: ({ id }) => id,
		wanted: () => each,
		seed
	});

describe('drawSample()', () => {
	const units = ['ana', 'ben', 'cy'].flatMap((agent, a) =>
		Array.from({ length: [40, 9, 2][a]! }, (_, i) => ({ agent, id: `${agent}-${i}`, score: (i % 10) / 10 }))
	);

	it('gives each stratum its number, or all of it, each unit once, with its probability', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 50 }), fc.nat(), (each, seed) => {
				const drawn = draw(units, each, seed);
				expect(new Set(drawn.map(({ unit }) => unit.id)).size).toBe(drawn.length);
				for (const [agent, size] of [
					['ana', 40],
					['ben', 9],
					['cy', 2]
				] as const) {
					const own = drawn.filter(({ unit }) => unit.agent === agent);
					expect(own).toHaveLength(Math.min(each, size));
					for (const { probability } of own) expect(probability).toBe(Math.min(each, size) / size);
				}
			})
		);
	});

	it('does not depend on the order of units or on other strata', () => {
		const ids = (some: typeof units) =>
			draw(some, 3, 5)
				.filter(({ unit }) => unit.agent === 'ana')
				.map(({ unit }) => unit.id);
		expect(ids(units.toReversed())).toEqual(ids(units));
		expect(ids(units.filter(({ agent }) => agent !== 'ben'))).toEqual(ids(units));
	});

	it('draws every unit as often as its probability says', () => {
		const times = new Map<string, number>();
		const ROUNDS = 4_000;
		for (let seed = 0; seed < ROUNDS; seed++)
			for (const { unit } of draw(units, 3, seed)) times.set(unit.id, (times.get(unit.id) ?? 0) + 1);
		// Four and a half standard deviations of a binomial count.
		for (const { agent, id } of units) {
			const p = Math.min(1, 3 / { ana: 40, ben: 9, cy: 2 }[agent]!);
			const sd = Math.sqrt(ROUNDS * p * (1 - p));
			expect(Math.abs((times.get(id) ?? 0) - ROUNDS * p), id).toBeLessThanOrEqual(4.5 * sd);
		}
	});
});

describe('sampleMean()', () => {
	it('is unbiased over draws where strata differ in size and level, and its interval covers the truth', () => {
		const random = createRandom(11);
		const units = [
			...Array.from({ length: 60 }, (_, i) => ({
				agent: 'w1',
				id: `a${i}`,
				score: 0.7 + 0.06 * random.normal()
			})),
			...Array.from({ length: 12 }, (_, i) => ({
				agent: 'w2',
				id: `b${i}`,
				score: 0.3 + 0.06 * random.normal()
			}))
		];
		const truth = units.reduce((sum, { score }) => sum + score, 0) / units.length;
		const ROUNDS = 2_000;
		let [sum, covered, plain] = [0, 0, 0];
		for (let seed = 0; seed < ROUNDS; seed++) {
			const drawn = draw(units, 4, seed);
			const strata = [...Map.groupBy(drawn, ({ unit }) => unit.agent).values()].map((own) => ({
				population: own[0]!.population,
				scores: own.map(({ unit }) => unit.score)
			}));
			const { mean, interval } = sampleMean(strata)!;
			sum += mean;
			plain += drawn.reduce((total, { unit }) => total + unit.score, 0) / drawn.length;
			if (interval!.low <= truth && truth <= interval!.high) covered++;
		}
		expect(Math.abs(sum / ROUNDS - truth)).toBeLessThan(0.002);
		// The plain average of the drawn, which forgets how likely each was, is far off.
		expect(Math.abs(plain / ROUNDS - truth)).toBeGreaterThan(0.1);
		expect(covered / ROUNDS).toBeGreaterThan(0.87);
		expect(covered / ROUNDS).toBeLessThan(0.94);
	});

	it('is exact when all was evaluated, and knows no interval of one score', () => {
		expect(sampleMean([{ population: 2, scores: [0.5, 1] }])).toMatchObject({
			mean: 0.75,
			interval: { low: 0.75, high: 0.75 }
		});
		expect(sampleMean([{ population: 9, scores: [0.5] }])).toMatchObject({ mean: 0.5, interval: null });
		expect(sampleMean([{ population: 9, scores: [] }])).toBeNull();
	});
});

describe('studentQuantile()', () => {
	it('has the values of the printed tables', () => {
		const TABLE = [[0.95, 1, 6.3138], [0.95, 2, 2.92], [0.975, 5, 2.5706], [0.95, 10, 1.8125], [0.975, 30, 2.0423], [0.95, 120, 1.6577]] as const; // prettier-ignore
		for (const [p, freedom, wanted] of TABLE) expect(studentQuantile(p, freedom)).toBeCloseTo(wanted, 4);
		expect(() => studentQuantile(0.3, 4)).toThrow(RangeError);
	});
});

describe('agreement()', () => {
	// Krippendorff (2011), section C: four observers, twelve units, some missing.
	const _ = undefined;
	const OBSERVERS = [
		[1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
		[1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
		[_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
		[1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _]
	];
	const units = Array.from({ length: 12 }, (_, u): UnitValues =>
		OBSERVERS.map((values) => values[u]).filter((value) => value !== undefined)
	);

	it('has the published alphas: nominal 0.743, interval 0.849', () => {
		expect(agreement(units, 'nominal').alpha).toBeCloseTo(0.743, 3);
		expect(agreement(units, 'interval').alpha).toBeCloseTo(0.849, 3);
		expect(agreement(units, 'nominal').units).toBe(11);
	});

	it('counts equal pairs, and knows no alpha without variation or pairs', () => {
		expect(
			agreement(
				[
					[1, 1],
					[1, 0],
					[1, 'na']
				],
				'nominal'
			).percent
		).toBeCloseTo(1 / 3);
		expect(
			agreement(
				[
					[1, 1],
					[1, 1]
				],
				'nominal'
			)
		).toMatchObject({ percent: 1, alpha: null });
		expect(agreement([[1], []], 'nominal')).toEqual({ units: 0, percent: null, alpha: null });
	});

	it('is about 0 for answers by chance, whatever number gives them', () => {
		const random = createRandom(3);
		for (const raters of [2, 5]) {
			const chance = Array.from({ length: 4_000 }, () =>
				Array.from({ length: raters }, () => random.below(3))
			);
			expect(Math.abs(agreement(chance, 'nominal').alpha!)).toBeLessThan(0.04);
		}
	});
});

describe('leniency()', () => {
	it('finds the strict and the lenient one, and nobody among equals', () => {
		const random = createRandom(8);
		const lean = { ana: -0.15, ben: 0, cy: 0.15 };
		const given = Array.from({ length: 12 }, (_, c) =>
			Object.entries(lean).map(([evaluator, shift]) => ({
				evaluator,
				contact: `c${c}`,
				score: 0.6 + shift + 0.05 * random.normal()
			}))
		).flat();
		const found = leniency(given);
		expect(found.map(({ verdict }) => verdict)).toEqual(['strict', 'in-line', 'lenient']);
		// Against the mean of the two others: −0.15 − 0.075.
		expect(found[0]!.interval!.low).toBeLessThan(-0.225);
		expect(found[0]!.interval!.high).toBeGreaterThan(-0.225);
	});

	it('says too few of one contact, and nothing of who scored alone', () => {
		const found = leniency([
			{ evaluator: 'ana', contact: 'c1', score: 0.4 },
			{ evaluator: 'ben', contact: 'c1', score: 0.9 },
			{ evaluator: 'cy', contact: 'c2', score: 0.1 }
		]);
		expect(found.map(({ evaluator, verdict }) => [evaluator, verdict])).toEqual([
			['ana', 'too-few'],
			['ben', 'too-few']
		]);
	});
});

describe('rankRisk()', () => {
	const quiet: RiskContact = {
		id: 'q',
		cues: {},
		moodShift: null,
		cameBack: null,
		passedOn: false,
		botEscalated: false,
		holdSeconds: 0
	};

	it('puts the gravest first with all reasons, and leaves out who gives none', () => {
		const ranked = rankRisk(
			[
				quiet,
				{ ...quiet, id: 'hold', holdSeconds: 200 },
				{ ...quiet, id: 'legal', cues: { 'legal-threat': 2 }, moodShift: -3 },
				{ ...quiet, id: 'good', moodShift: 3, holdSeconds: 60, cameBack: false }
			],
			5
		);
		expect(ranked.map(({ contact }) => contact.id)).toEqual(['legal', 'hold']);
		expect(ranked[0]!.reasons).toEqual([
			{ kind: 'legal-threat', figure: 2 },
			{ kind: 'mood-drop', figure: -3 }
		]);
		expect(
			rankRisk(
				ranked.map(({ contact }) => contact),
				1
			)
		).toHaveLength(1);
	});
});
