import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { CHANNELS, SERVICE_LEVEL_VARIANTS } from '#lib/contracts/terms.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { queues, skills } from '../db/schema/index.ts';

export const QueueChange = z.object({
	id: z.string(),
	name: z.string().trim().min(1).max(120),
	channel: z.enum(CHANNELS),
	skillId: z.string().nullable(),
	serviceLevelVariant: z.enum(SERVICE_LEVEL_VARIANTS),
	serviceLevelShare: z.number().gt(0).lt(1),
	serviceLevelThresholdSeconds: z
		.number()
		.min(0)
		.max(30 * 86_400),
	shortAbandonSeconds: z.number().min(0).max(3_600),
	patienceSeconds: z
		.number()
		.positive()
		.max(7 * 86_400)
		.nullable(),
	priority: z.int().min(1).max(100),
	concurrency: z.int().min(1).max(20)
});
export type QueueChange = z.infer<typeof QueueChange>;

/** Changes a queue's set-up; a queue found by its events counts as set up from then on. */
export async function updateQueue(ctx: Context, actor: Actor, input: QueueChange): Promise<void> {
	requireRight(actor, 'settings.manage');
	const { id, ...change } = parseInput('Changing a queue', QueueChange, input);
	const { orm } = ctx.db;
	const [before] = await orm.select().from(queues).where(eq(queues.id, id));
	if (!before) throw new InvalidInputError(`Changing a queue: there is no queue "${id}".`);
	if (
		change.skillId !== null &&
		(await orm.select().from(skills).where(eq(skills.id, change.skillId))).length === 0
	)
		throw new InvalidInputError(`Changing a queue: there is no skill "${change.skillId}".`);
	await orm.batch([
		orm
			.update(queues)
			.set({ ...change, isDiscovered: false })
			.where(eq(queues.id, id)),
		recordAudit(ctx, actor, { action: 'queue.update', subject: `queue:${id}`, before, after: change })
	]);
}
