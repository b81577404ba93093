import { eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { InvalidInputError, parseInput } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { queues, webhooks } from '../db/schema/index.ts';
import { requireRule } from './require-rule.ts';
import { AlertRuleInput } from './rule-input.ts';

/** A rule at the door: well formed, the actor's to set up, and of a queue and of webhooks that there are. */
export async function parseAlertRule(
	{ db }: Context,
	actor: Actor,
	action: string,
	input: AlertRuleInput
): Promise<z.output<typeof AlertRuleInput>> {
	const wanted = parseInput(action, AlertRuleInput, input);
	requireRule(actor, wanted);
	const { queueId, webhookIds } = wanted;
	if (queueId !== null && (await db.orm.select().from(queues).where(eq(queues.id, queueId))).length === 0)
		throw new InvalidInputError(`${action}: there is no queue "${queueId}".`);
	if (webhookIds.length > 0) {
		const found = await db.orm
			.select({ id: webhooks.id })
			.from(webhooks)
			.where(inArray(webhooks.id, webhookIds));
		const missing = webhookIds.find((id) => !found.some((row) => row.id === id));
		if (missing !== undefined) throw new InvalidInputError(`${action}: there is no webhook "${missing}".`);
	}
	return wanted;
}
