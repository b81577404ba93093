import type { FileLayout } from './detect-format.ts';

/** What the file calls the column of its times. */
export const timeColumn = ({ columns, names }: FileLayout): string =>
	names[(columns['time'] ?? columns['interval_start'] ?? columns['TimeStamp'])!]!;
