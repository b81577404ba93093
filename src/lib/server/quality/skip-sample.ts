import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualitySamples } from '../db/schema/index.ts';

const SkipInput = z.object({
	contactId: z.string().min(1).max(200),
	agentId: z.string().min(1).max(200),
	isSkipped: z.boolean()
});

/** Sets a drawn contact aside, or brings it back; one that was evaluated stays as it is. */
export async function skipSample(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof SkipInput>
): Promise<void> {
	requireRight(actor, 'quality.evaluate');
	const { contactId, agentId, isSkipped } = parseInput('Setting a contact aside', SkipInput, input);
	requireRight(actor, 'quality.evaluate', { person: agentId });
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.update(qualitySamples)
			.set({ state: isSkipped ? 'skipped' : 'open' })
			.where(
				and(
					eq(qualitySamples.contactId, contactId),
					eq(qualitySamples.agentId, agentId),
					ne(qualitySamples.state, 'done')
				)
			),
		recordAuditIfChanged(ctx, actor, {
			action: isSkipped ? 'quality.skip' : 'quality.unskip',
			subject: `contact:${contactId}`,
			after: { agentId }
		})
	]);
}
