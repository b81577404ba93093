import { z } from 'zod';
import { FAIL_RULES, RISKS } from '#solver/quality/index.ts';

/** Why a contact was evaluated. Only `random` ones tell how an agent does on the whole. */
export const EVALUATION_BASES = ['random', 'risk', 'chosen', 'calibration'] as const;
export type EvaluationBasis = (typeof EVALUATION_BASES)[number];

/** Draft: seen by its evaluator alone. Discarded ones come back with undo. */
export const EVALUATION_STATES = ['draft', 'shared', 'discarded'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** Of a contact that waits to be evaluated. */
export const SAMPLE_STATES = ['open', 'done', 'skipped'] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

/** Of a dispute: waits, the answer stays, the answer was changed, or the agent took it back. */
export const DISPUTE_STATES = ['open', 'upheld', 'changed', 'withdrawn'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

const words = (most: number, least: 0 | 1) =>
	z.object({ en: z.string().trim().min(least).max(most), es: z.string().trim().min(least).max(most) });
const weight = z.number().positive('wanted a weight above 0').max(1_000);
const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'wanted small letters, digits and hyphens');

export const FormItemInput = z.object({
	id,
	text: words(300, 1),
	guide: words(1_000, 0),
	weight,
	top: z.int().min(1).max(10),
	allowNa: z.boolean(),
	fail: z.enum(FAIL_RULES)
});

export const FormBody = z
	.object({
		sections: z
			.array(z.object({ id, title: words(120, 1), weight, items: z.array(FormItemInput).min(1).max(30) }))
			.min(1)
			.max(12)
	})
	.refine(({ sections }) => {
		const ids = sections.flatMap((section) => [section.id, ...section.items.map((item) => item.id)]);
		return new Set(ids).size === ids.length;
	}, 'wanted every section and question with an id of its own');

export const AnswersInput = z.record(
	z.string().max(40),
	z.object({
		value: z.union([z.int().min(0).max(10), z.literal('na')]),
		note: z.string().trim().max(2_000).default('')
	})
);

export const RiskReasonShape = z.object({ kind: z.enum(RISKS), figure: z.number() });

/** How much is sampled, and how long an agent may dispute. */
export const QualitySettingsInput = z.object({
	/** Random contacts of each agent in a calendar month. */
	perMonth: z.int().min(0).max(100),
	/** Contacts of the highest risk that each draw adds. */
	riskPerDraw: z.int().min(0).max(200),
	disputeDays: z.int().min(1).max(90)
});
export type QualitySettings = z.infer<typeof QualitySettingsInput>;
