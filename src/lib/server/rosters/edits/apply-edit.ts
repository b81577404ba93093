import type { EditOutcome } from '#lib/contracts/roster-edits.ts';
import { shapeProblem } from '#solver/rostering/edit/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../../access/index.ts';
import type { Actor, Context } from '../../context.ts';
import { EditInput } from './edit-input.ts';
import { storeEdit } from './store-edit.ts';

const ACTION = 'Editing a roster';

/**
 * Changes a draft by hand: shifts that go and shifts that come, checked again by every rule. What breaks a rule anew
 * is stored with a reason only, which stays with the edit. Null when there is no such roster.
 */
export async function applyEdit(ctx: Context, actor: Actor, input: EditInput): Promise<EditOutcome | null> {
	requireRight(actor, 'roster.edit');
	const { what, before, after, ...rest } = parseInput(ACTION, EditInput, input);
	if (before.length + after.length === 0)
		throw new InvalidInputError(`${ACTION}: no shift goes and none comes; wanted at least one.`);
	return storeEdit(ctx, actor, { ...rest, what, swap: { before, after } }, (problem) => {
		for (const shift of after) {
			const refusal = shapeProblem(problem, shift);
			if (refusal !== null)
				throw new InvalidInputError(`${ACTION}: shift "${shift.id}" can’t stand: ${refusal}.`);
		}
	});
}
