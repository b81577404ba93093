import Papa from 'papaparse';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { scoreTurn } from '#solver/sentiment/index.ts';
import { changeExamples, type ExamplesChange, type ExamplesChanged } from './change-examples.ts';

export interface ExampleProblem {
	/** Line in the file; the heading is 1. */
	line: number;
	problem: 'text' | 'intent' | 'language' | 'too-many-rows';
	value: string;
}

export interface ExamplesImported extends ExamplesChanged {
	problems: ExampleProblem[];
}

const MOST_ROWS = 5_000;
const MOST_LETTERS = 2_000;

/**
 * Brings labelled examples in from a CSV with the columns text, intent and, if it has one, language (en, es; else told
 * by the words). A text that is known gets the new label; bad rows are named and left out.
 */
export async function importExamples(ctx: Context, actor: Actor, file: string): Promise<ExamplesImported> {
	requireRight(actor, 'settings.manage');
	const { data } = Papa.parse<Record<string, string>>(file.replace(/^\uFEFF/, ''), {
		header: true,
		skipEmptyLines: 'greedy',
		transformHeader: (header) => header.trim().toLowerCase()
	});
	const problems: ExampleProblem[] = [];
	const put: NonNullable<ExamplesChange['put']> = [];
	data.slice(0, MOST_ROWS).forEach((cells, index) => {
		const [text, intent] = [cells.text?.trim() ?? '', cells.intent?.trim() ?? ''];
		const refuse = (problem: ExampleProblem['problem'], value: string) =>
			problems.push({ line: index + 2, problem, value: value.slice(0, 80) });
		if (text === '' || text.length > MOST_LETTERS) return refuse('text', text);
		if (intent === '' || intent.length > 80) return refuse('intent', intent);
		const said = cells.language?.trim().toLowerCase().slice(0, 2) ?? '';
		const language = said === '' ? scoreTurn(text).language : said;
		if (language !== 'en' && language !== 'es') return refuse('language', said || language);
		put.push({ text, intent, language });
	});
	if (data.length > MOST_ROWS)
		problems.push({ line: MOST_ROWS + 2, problem: 'too-many-rows', value: String(data.length) });
	return { ...(await changeExamples(ctx, actor, { put })), problems };
}
