import type { Toaster } from '#lib/components/shared/toaster.svelte.ts';
import { oppositeOf, type CommandRow } from '#lib/contracts/commands.ts';
import { formatCount } from '#lib/format/index.ts';
import type { CommandsLive, Wanted } from '#lib/live/commands.svelte.ts';
import { m } from '#lib/paraglide/messages.js';

/** Asks, says that it was asked, and answers with what could not be: null when all of it could. */
export async function askCommands(
	commands: CommandsLive,
	toaster: Toaster,
	wanted: readonly Wanted[]
): Promise<string | null> {
	try {
		const { commands: taken, rejected } = await commands.ask(wanted);
		if (taken.length > 0)
			toaster.show(
				taken.every(({ kind }) => kind === 'note.leave')
					? m.act_note_kept()
					: m.act_asked({ count: formatCount(taken.length) }),
				taken.some(oppositeOf) ? { undo: () => void undoCommands(commands, toaster, taken) } : {}
			);
		return rejected.length === 0 ? null : [...new Set(rejected.map(({ error }) => error))].join(' ');
	} catch (error) {
		return m.act_not_asked({ reason: (error as Error).message });
	}
}

/** Asks for the opposite of each that has one. */
export async function undoCommands(
	commands: CommandsLive,
	toaster: Toaster,
	rows: readonly CommandRow[]
): Promise<void> {
	const reason = m.act_undo_reason();
	const wanted = rows.flatMap((row) => {
		const opposite = oppositeOf(row);
		return opposite ? [{ ...opposite, reason }] : [];
	});
	if (wanted.length === 0) return;
	const problem = await askCommands(commands, toaster, wanted);
	if (problem) toaster.show(problem, { tone: 'breach' });
}
