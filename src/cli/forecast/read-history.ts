import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
	decodeText,
	describeHistoryError,
	parseHistory,
	type HistoryFile
} from '#lib/server/history/index.ts';
import { RefusedError } from '../verb.ts';

const MAX_BYTES = 200_000_000;
const SHOWN_ERRORS = 20;

/** Reads and parses a history file, or refuses it with every bad row named (the first twenty, then how many). */
export function readHistory(path: string, timeZone: string): HistoryFile {
	const refuse = (reason: string) => new RefusedError(`cannot read the history "${path}": ${reason}`);
	let bytes: Uint8Array;
	try {
		const { size } = statSync(path);
		if (size > MAX_BYTES) throw refuse(`${size} bytes is more than ${MAX_BYTES}: split it`);
		bytes = readFileSync(path);
	} catch (error) {
		if (error instanceof RefusedError) throw error;
		throw refuse(
			(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message
		);
	}
	const file = parseHistory(decodeText(bytes), {
		timeZone,
		defaultQueue: basename(path).replace(/\.\w+$/, '')
	});
	if (file.errorCount > 0) {
		const shown = file.errors.slice(0, SHOWN_ERRORS).map((error) => `  ${describeHistoryError(error)}`);
		const rest = file.errorCount - shown.length;
		throw new RefusedError(
			[`the history "${path}" cannot be used:`, ...shown, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join(
				'\n'
			)
		);
	}
	if (file.rows.length === 0) throw refuse('no row has a count');
	return file;
}
