import type { Answers, FormItem, FormSection, QualityForm } from './form.ts';

export interface SectionScore {
	id: string;
	/** 0–1; null: every question of it is not applicable or unanswered. */
	score: number | null;
	/** The section's part in the total, 0–1, after what does not apply is left out. */
	share: number;
}

export interface EvaluationScore {
	/** 0–1; null while nothing that applies is answered. An automatic fail makes it 0. */
	score: number | null;
	/** What the weights alone make, 0–1. */
	weighted: number | null;
	sections: SectionScore[];
	/** Questions whose answer fails the whole evaluation. */
	failedBy: string[];
	/** Questions without an answer; an evaluation is whole when there is none. */
	missing: string[];
}

/**
 * Scores an evaluation. A question gives answer ÷ top; a section is the mean of its questions by weight, the form the
 * mean of its sections by weight. What is not applicable leaves both sums, so that the weights of the rest grow in
 * proportion; a section of which nothing applies leaves the form's. A question that fails the form makes the score 0
 * when it has the lowest answer; the weighted score is told beside it. Questions that are not answered yet are treated
 * as not applicable and named in `missing`.
 *
 * Cost: one pass over the questions.
 *
 * @throws RangeError when an answer lies outside 0 … top, is not whole, or is "not applicable" where that is not allowed
 * @example scoreEvaluation(form, { greeting: { value: 1, note: '' } }).score // 1
 */
export function scoreEvaluation({ sections }: QualityForm, answers: Answers): EvaluationScore {
	const failedBy: string[] = [];
	const missing: string[] = [];
	const scored = sections.map((section) => ({
		section,
		score: scoreSection(section, answers, failedBy, missing)
	}));
	let [sum, weights] = [0, 0];
	for (const { section, score } of scored) {
		if (score === null) continue;
		sum += section.weight * score;
		weights += section.weight;
	}
	const weighted = weights > 0 ? Math.min(1, sum / weights) : null;
	return {
		score: failedBy.length > 0 ? 0 : weighted,
		weighted,
		sections: scored.map(({ section: { id, weight }, score }) => ({
			id,
			score,
			share: score === null ? 0 : weight / weights
		})),
		failedBy,
		missing
	};
}

function scoreSection(
	{ items }: FormSection,
	answers: Answers,
	failedBy: string[],
	missing: string[]
): number | null {
	let [sum, weights] = [0, 0];
	for (const item of items) {
		const value = answers[item.id]?.value;
		if (value === undefined) {
			missing.push(item.id);
			continue;
		}
		refuseWrong(item, value);
		if (value === 'na') continue;
		sum += item.weight * (value / item.top);
		weights += item.weight;
		if (item.fail === 'form' && value === 0) failedBy.push(item.id);
	}
	return weights > 0 ? sum / weights : null;
}

function refuseWrong({ id, top, allowNa }: FormItem, value: number | 'na'): void {
	const isRight = value === 'na' ? allowNa : Number.isInteger(value) && value >= 0 && value <= top;
	if (!isRight)
		throw new RangeError(
			`Scoring an evaluation: question "${id}" has the answer "${value}"; wanted 0 to ${top}${allowNa ? ' or "na"' : ''}.`
		);
}
