import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityForms } from '../db/schema/index.ts';

const RetireInput = z.object({ id: z.string().min(1).max(60), isRetired: z.boolean() });

/** Takes a form out of use, or back into it; what was evaluated with it stays. */
export async function retireForm(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof RetireInput>
): Promise<void> {
	requireRight(actor, 'quality.forms');
	const { id, isRetired } = parseInput('Retiring a form', RetireInput, input);
	const { orm } = ctx.db;
	const [known] = await orm.select().from(qualityForms).where(eq(qualityForms.id, id));
	if (!known) throw new InvalidInputError(`Retiring a form: there is no form "${id}".`);
	await orm.batch([
		orm.update(qualityForms).set({ isRetired }).where(eq(qualityForms.id, id)),
		recordAudit(ctx, actor, {
			action: isRetired ? 'quality-form.retire' : 'quality-form.revive',
			subject: `quality-form:${id}`
		})
	]);
}
