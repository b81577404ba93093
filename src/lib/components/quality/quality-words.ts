import type { EvaluationBasis } from '#lib/contracts/quality.ts';
import { formatCount, formatDuration } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { AnswerValue, FormItem, QualityForm, RiskReason, Words } from '#solver/quality/index.ts';

/** A form's text in the reader's language. */
export const inWords = (words: Words): string => words[getLocale() === 'es' ? 'es' : 'en'];

/** Why a contact was evaluated. */
export const basisName = (basis: EvaluationBasis): string =>
	({
		random: m.quality_basis_random,
		risk: m.quality_basis_risk,
		chosen: m.quality_basis_chosen,
		calibration: m.quality_basis_calibration
	})[basis]();

/** What stands out in a contact. */
export const reasonText = ({ kind, figure }: RiskReason): string =>
	({
		'legal-threat': () => m.quality_reason_legal_threat({ figure: formatCount(figure) }),
		vulnerability: () => m.quality_reason_vulnerability({ figure: formatCount(figure) }),
		'churn-threat': () => m.quality_reason_churn_threat({ figure: formatCount(figure) }),
		'mood-drop': () => m.quality_reason_mood_drop({ figure: formatCount(-figure, { digits: 1 }) }),
		recontact: () => m.quality_reason_recontact(),
		'passed-on': () => m.quality_reason_passed_on(),
		'bot-failed': () => m.quality_reason_bot_failed(),
		'long-hold': () => m.quality_reason_long_hold({ figure: formatDuration(figure) })
	})[kind]();

/** An answer as people say it: yes, no, not applicable, or a number of the scale. */
export function answerName({ top }: Pick<FormItem, 'top'>, value: AnswerValue | null | undefined): string {
	if (value === null || value === undefined) return '–';
	if (value === 'na') return m.quality_na();
	if (top === 1) return value === 1 ? m.quality_yes() : m.quality_no();
	return `${formatCount(value)} / ${formatCount(top)}`;
}

/** A question by its id. */
export const itemOf = (form: QualityForm, itemId: string): FormItem | undefined =>
	form.sections.flatMap(({ items }) => items).find(({ id }) => id === itemId);
