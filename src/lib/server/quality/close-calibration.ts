import { eq } from 'drizzle-orm';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityCalibrations } from '../db/schema/index.ts';

/** Ends a calibration, so that everybody sees what came of it; or opens it again. */
export async function closeCalibration(
	ctx: Context,
	actor: Actor,
	{ id, isClosed }: { id: string; isClosed: boolean }
): Promise<void> {
	// All evaluators of the centre score the same contacts.
	requireRight(actor, 'quality.evaluate', { whole: true });
	const { orm } = ctx.db;
	const [known] = await orm.select().from(qualityCalibrations).where(eq(qualityCalibrations.id, id));
	if (!known) throw new InvalidInputError(`Closing a calibration: there is no calibration "${id}".`);
	await orm.batch([
		orm.update(qualityCalibrations).set({ isClosed }).where(eq(qualityCalibrations.id, id)),
		recordAudit(ctx, actor, {
			action: isClosed ? 'calibration.close' : 'calibration.reopen',
			subject: `calibration:${id}`
		})
	]);
}
