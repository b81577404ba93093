import { importAgents } from '#lib/server/agents/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { decodeText } from '#lib/server/history/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, type Io } from '../verb.ts';
import { readFile } from './read-file.ts';

const SHOWN_ERRORS = 20;

/** Brings agents with their teams, skills and contract hours into a database. */
export async function importAgentsFile(
	path: string,
	flags: { db?: string; json: boolean },
	io: Io
): Promise<void> {
	const text = decodeText(readFile(path));
	const ctx = await openContext(flags.db);
	try {
		const result = await importAgents(ctx, SYSTEM, text);
		for (const { line, column, problem } of result.errors.slice(0, SHOWN_ERRORS))
			io.err(`line ${line}${column ? `, ${column}` : ''}: ${problem}`);
		if (result.errors.length > SHOWN_ERRORS) io.err(`… and ${result.errors.length - SHOWN_ERRORS} more`);
		if (flags.json) io.out(JSON.stringify(result));
		if (result.imported === 0)
			throw new RefusedError(
				`"${path}" was not imported: ${result.errors.length > 0 ? 'see above' : 'it holds no agent'}. Nothing was changed.`
			);
		const left = result.errors.length > 0 ? `, ${result.errors.length} lines left out` : '';
		if (!flags.json) io.out(`Imported ${result.imported} agents${left}.`);
	} finally {
		ctx.close();
	}
}
