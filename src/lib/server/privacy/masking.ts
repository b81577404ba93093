import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'mask_personal_data';

/** Whether personal numbers are masked in what customers, agents and bots write; yes unless it was switched off. */
export async function isMasking({ db }: Context): Promise<boolean> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	return row?.value !== false;
}

const MaskingInput = z.object({ on: z.boolean() });

/** Switches masking on or off for what comes from now on; what is stored stays as it is. */
export async function setMasking(
	ctx: Context,
	actor: Pick<Actor, 'id' | 'rights'>,
	input: z.input<typeof MaskingInput>
): Promise<void> {
	requireRight(actor, 'privacy.manage');
	const { on } = parseInput('Setting the masking of personal data', MaskingInput, input);
	const before = await isMasking(ctx);
	if (before === on) return;
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: KEY, value: on })
			.onConflictDoUpdate({ target: settings.key, set: { value: on } }),
		recordAudit(ctx, actor, {
			action: 'privacy.masking',
			subject: 'site',
			before: { on: before },
			after: { on }
		})
	]);
}
