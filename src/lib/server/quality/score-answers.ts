import {
	scoreEvaluation,
	type Answers,
	type EvaluationScore,
	type QualityForm
} from '#solver/quality/index.ts';
import { InvalidInputError } from '../access/index.ts';

/** Scores answers at the door of a verb: questions and answers that the form does not have are refused. */
export function scoreAnswers(action: string, form: QualityForm, answers: Answers): EvaluationScore {
	const known = new Set(form.sections.flatMap(({ items }) => items.map(({ id }) => id)));
	const strange = Object.keys(answers).find((id) => !known.has(id));
	if (strange !== undefined) throw new InvalidInputError(`${action}: the form has no question "${strange}".`);
	try {
		return scoreEvaluation(form, answers);
	} catch (error) {
		if (error instanceof RangeError) throw new InvalidInputError(`${action}: ${error.message}`);
		throw error;
	}
}
