import { m } from '#lib/paraglide/messages.js';
import type { HistoryError, HistoryProblem } from '#lib/server/history/index.ts';

/** Details that name a line do so in English. */
const withLine = (detail: string | null): string =>
	(detail ?? '').replace(/(?:on )?line (\d+)(?: has)?/g, (_, line: string) => m.history_at_line({ line }));

const SENTENCES: Record<
	HistoryProblem,
	(error: { value: string; detail: string; column: string }) => string
> = {
	'empty-file': () => m.history_problem_empty_file(),
	'binary-file': () => m.history_problem_binary_file(),
	'too-large': () => m.history_problem_too_large(),
	'unknown-format': ({ value }) => m.history_problem_unknown_format({ value }),
	'missing-column': ({ column, value }) => m.history_problem_missing_column({ column, value }),
	'field-count': ({ detail }) => m.history_problem_field_count({ detail }),
	'not-a-time': () => m.history_problem_not_a_time(),
	'ambiguous-date': () => m.history_problem_ambiguous_date(),
	'not-a-number': () => m.history_problem_not_a_number(),
	'ambiguous-number': () => m.history_problem_ambiguous_number(),
	negative: () => m.history_problem_negative(),
	'missing-value': () => m.history_problem_missing_value(),
	duplicate: ({ detail }) => m.history_problem_duplicate({ detail }),
	'nonexistent-time': ({ detail }) => m.history_problem_nonexistent_time({ zone: detail }),
	'two-zones': ({ detail }) => m.history_problem_two_zones({ detail }),
	'two-intervals': ({ value, detail }) => m.history_problem_two_intervals({ value, detail }),
	'irregular-interval': () => m.history_problem_irregular_interval(),
	'unknown-time-zone': ({ value }) => m.history_problem_unknown_time_zone({ value })
};

/** What is wrong, in the page's language; line, column and value stand beside it. */
export function describeProblem({ problem, value, detail, column }: HistoryError): string {
	return SENTENCES[problem]({ value: value ?? '', detail: withLine(detail), column: column ?? '' });
}
