import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecastOverrides, queues } from '../db/schema/index.ts';
import { OverrideInput } from './override.ts';

/** Changes a queue's forecast by hand, over each of the spans. Answers the ids, so that it can be taken back. */
export async function addOverrides(
	ctx: Context,
	actor: Actor,
	input: OverrideInput
): Promise<{ ids: string[] }> {
	requireRight(actor, 'forecast.adjust');
	const { spans, ...terms } = parseInput('Changing a forecast', OverrideInput, input);
	const { orm } = ctx.db;
	const [queue] = await orm.select({ id: queues.id }).from(queues).where(eq(queues.id, terms.queueId));
	if (!queue) throw new InvalidInputError(`Changing a forecast: there is no queue "${terms.queueId}".`);
	const createdAt = ctx.now();
	const rows = spans.map((span) => ({ id: randomUUID(), ...terms, ...span, createdBy: actor.id, createdAt }));
	await orm.batch([
		orm.insert(forecastOverrides).values(rows),
		recordAudit(ctx, actor, {
			action: 'forecast.adjust',
			subject: `queue:${terms.queueId}`,
			after: { ...terms, spans, ids: rows.map(({ id }) => id) }
		})
	]);
	return { ids: rows.map(({ id }) => id) };
}
