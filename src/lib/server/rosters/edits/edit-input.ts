import { z } from 'zod';
import { EDITS } from '#lib/contracts/roster-edits.ts';

const minutes = z.int().min(0).max(1_440);
const Shift = z.object({
	id: z.string().min(1).max(200),
	agent: z.string().min(1).max(200),
	day: z.int().min(0).max(41),
	startMinute: minutes,
	lengthMinutes: minutes,
	breaks: z
		.array(
			z.object({
				offsetMinute: minutes,
				lengthMinutes: minutes,
				paid: z.boolean(),
				kind: z.enum(['break', 'lunch', 'training', 'meeting']).optional()
			})
		)
		.max(24)
});
const shifts = z
	.array(Shift)
	.max(500)
	.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'wanted each shift once');

const common = {
	rosterId: z.string().min(1),
	/** Of the edit; an edit that comes again is stored once. */
	id: z.uuid(),
	/** Of the last step that who edits has seen. */
	baseSequence: z.int().min(0)
};

export const EditInput = z.object({
	...common,
	what: z.enum(EDITS),
	before: shifts,
	after: shifts,
	/** Why a rule may be broken. */
	reason: z.string().trim().min(1, 'say why').max(300, 'at most 300 characters').nullable().default(null)
});
export type EditInput = z.input<typeof EditInput>;

/** Which edit is to be taken back, or brought again. */
export const StepInput = z.object({ ...common, editId: z.string().min(1).max(200) });
export type StepInput = z.input<typeof StepInput>;
