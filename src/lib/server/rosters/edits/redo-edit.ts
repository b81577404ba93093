import type { EditOutcome } from '#lib/contracts/roster-edits.ts';
import { parseInput, requireRight } from '../../access/index.ts';
import type { Actor, Context } from '../../context.ts';
import { StepInput } from './edit-input.ts';
import { storeEdit } from './store-edit.ts';
import { findEdit } from './undo-edit.ts';

/**
 * Brings an edit again that was taken back, with the reason it had, on condition that its shifts stand as they did
 * before it. Null when there is no such roster or edit.
 */
export async function redoEdit(ctx: Context, actor: Actor, input: StepInput): Promise<EditOutcome | null> {
	requireRight(actor, 'roster.edit');
	const { editId, ...rest } = parseInput('Bringing an edit again', StepInput, input);
	const found = await findEdit(ctx, rest.rosterId, editId);
	if (!found) return null;
	return storeEdit(ctx, actor, {
		...rest,
		what: 'redo',
		swap: { before: found.before, after: found.after },
		reason: found.reason,
		about: found.sequence,
		asksForReason: false
	});
}
