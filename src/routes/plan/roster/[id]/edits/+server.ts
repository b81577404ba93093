import { applyEdit, redoEdit, undoEdit, type EditInput, type StepInput } from '#lib/server/rosters/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const VERBS = { apply: applyEdit, undo: undoEdit, redo: redoEdit };

/** A step of editing a draft: `verb` apply, undo or redo, with what that verb takes. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	try {
		const { verb, ...input } = Object(await request.json()) as { verb?: string };
		const run = VERBS[verb as keyof typeof VERBS];
		if (!run)
			return Response.json(
				{ error: `Editing a roster: there is no verb "${verb}"; wanted apply, undo or redo.` },
				{ status: 400 }
			);
		const outcome = await run(runtime().ctx, locals.actor!, {
			...input,
			rosterId: params.id
		} as EditInput & StepInput);
		return outcome
			? Response.json(outcome)
			: Response.json({ error: 'There is no such roster or edit.' }, { status: 404 });
	} catch (error) {
		return refusal(error, 'The edit was not stored; try again.');
	}
};
