import { basename } from 'node:path';
import { InvalidInputError } from '#lib/server/access/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import {
	describeHistoryError,
	describeHistoryNote,
	describeQueueSummary,
	importHistory,
	openTimeZone,
	type DateOrder
} from '#lib/server/history/index.ts';
import { loadConfig } from '#lib/server/live/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Io } from '../verb.ts';
import { readFile } from './read-file.ts';

const SHOWN_ERRORS = 20;

/** Brings a history file into a database; its bad rows are named and left out. */
export async function importHistoryFile(
	path: string,
	flags: { timeZone?: string; queue?: string; dateOrder?: string; db?: string; json: boolean },
	io: Io
): Promise<void> {
	if (flags.timeZone !== undefined && !openTimeZone(flags.timeZone))
		throw new UsageError(`--time-zone "${flags.timeZone}" is not an IANA time zone such as Europe/Madrid.`);
	const { dateOrder } = flags;
	if (dateOrder !== undefined && !isDateOrder(dateOrder))
		throw new UsageError(`--date-order "${dateOrder}" is neither day-first nor month-first.`);
	const text = readFile(path);
	const ctx = await openContext(flags.db);
	try {
		const timeZone = flags.timeZone ?? (await loadConfig(ctx)).site.timeZone;
		const result = await importHistory(ctx, SYSTEM, {
			fileName: basename(path),
			text,
			timeZone,
			defaultQueue: flags.queue,
			dateOrder
		});
		for (const error of result.errors.slice(0, SHOWN_ERRORS)) io.err(describeHistoryError(error));
		if (result.errorCount > SHOWN_ERRORS) io.err(`… and ${result.errorCount - SHOWN_ERRORS} more`);
		if (flags.json) io.out(JSON.stringify(result));
		if (result.status === 'refused')
			throw new RefusedError(
				`"${path}" was not imported: ${result.errorCount > 0 ? 'see above' : 'no row has a count'}. Nothing was changed.`
			);
		for (const note of result.notes) io.err(describeHistoryNote(note));
		for (const line of result.coverage.flatMap(describeQueueSummary)) io.err(line);
		if (result.replaced > 0)
			io.err(`${result.replaced} intervals were there already: they took the new counts`);
		if (flags.json) return;
		const left = result.errorCount > 0 ? `, ${result.errorCount} left out` : '';
		io.out(`Imported ${result.rows} rows${left}; queues: ${result.queues.join(', ')}.`);
	} catch (error) {
		if (error instanceof InvalidInputError) throw new RefusedError(error.message);
		throw error;
	} finally {
		ctx.close();
	}
}

const isDateOrder = (text: string): text is DateOrder => text === 'day-first' || text === 'month-first';
