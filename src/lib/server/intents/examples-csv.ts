import { toCsv } from '#lib/format/to-csv.ts';
import type { IntentExampleRow } from './list-examples.ts';

/** Examples as a file that can be brought in again. */
export const examplesCsv = (rows: readonly IntentExampleRow[]): string =>
	toCsv(
		['text', 'intent', 'language'],
		rows.map(({ text, intent, language }) => [text, intent, language])
	);
