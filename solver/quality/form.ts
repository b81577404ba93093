/** A text in both languages of the product. */
export interface Words {
	en: string;
	es: string;
}

/** What follows when a question is answered with its lowest answer: nothing, or the whole evaluation fails. */
export const FAIL_RULES = ['none', 'form'] as const;
export type FailRule = (typeof FAIL_RULES)[number];

/** One question of a form. */
export interface FormItem {
	id: string;
	text: Words;
	/** When to give which answer. */
	guide: Words;
	/** Share within its section, relative to the other questions (> 0). */
	weight: number;
	/** Highest answer: 1 = yes or no, more = a scale from 0 to that number. */
	top: number;
	allowNa: boolean;
	fail: FailRule;
}

export interface FormSection {
	id: string;
	title: Words;
	/** Share within the form, relative to the other sections (> 0). */
	weight: number;
	items: FormItem[];
}

/** What is asked of a contact, in weighted sections. */
export interface QualityForm {
	sections: FormSection[];
}

/** 0 … `top` of the question, or "not applicable". */
export type AnswerValue = number | 'na';
/** By question id; a question that is missing has no answer yet. */
export type Answers = Readonly<Record<string, { value: AnswerValue; note: string }>>;
