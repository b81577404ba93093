import { and, eq } from 'drizzle-orm';
import type { EditOutcome } from '#lib/contracts/roster-edits.ts';
import { reversed } from '#solver/rostering/edit/index.ts';
import { parseInput, requireRight } from '../../access/index.ts';
import type { Actor, Context } from '../../context.ts';
import { rosterEdits } from '../../db/schema/index.ts';
import { StepInput } from './edit-input.ts';
import { storeEdit } from './store-edit.ts';

/** An edit that can be taken back or brought again; null for a step of undoing, and for none. */
export async function findEdit({ db: { orm } }: Context, rosterId: string, editId: string) {
	const [found] = await orm
		.select()
		.from(rosterEdits)
		.where(and(eq(rosterEdits.rosterId, rosterId), eq(rosterEdits.id, editId)));
	return found && found.about === null ? found : null;
}

/**
 * Takes an edit back, on condition that its shifts stand as it left them: else it is overtaken. Null when there is no
 * such roster or edit.
 */
export async function undoEdit(ctx: Context, actor: Actor, input: StepInput): Promise<EditOutcome | null> {
	requireRight(actor, 'roster.edit');
	const { editId, ...rest } = parseInput('Taking back an edit', StepInput, input);
	const found = await findEdit(ctx, rest.rosterId, editId);
	if (!found) return null;
	return storeEdit(ctx, actor, {
		...rest,
		what: 'undo',
		swap: reversed(found),
		reason: null,
		about: found.sequence,
		asksForReason: false
	});
}
