import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { alerts } from '../db/schema/index.ts';

export const AlertAnswer = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('acknowledge') }),
	/** Taken back: nobody has it. */
	z.object({ kind: z.literal('release') }),
	z.object({
		kind: z.literal('snooze'),
		minutes: z
			.int()
			.min(1)
			.max(24 * 60)
	}),
	z.object({ kind: z.literal('wake') }),
	z.object({ kind: z.literal('note'), text: z.string().trim().max(2_000) })
]);
export type AlertAnswer = z.infer<typeof AlertAnswer>;

/** What a supervisor does about an alert: takes it, silences it for a while, writes down what was done. */
export async function answerAlert(ctx: Context, actor: Actor, id: string, input: AlertAnswer): Promise<void> {
	requireRight(actor, 'alerts.answer');
	const answer = parseInput('Answering an alert', AlertAnswer, input);
	const { orm } = ctx.db;
	const [before] = await orm.select().from(alerts).where(eq(alerts.id, id));
	if (before) requireRight(actor, 'alerts.answer', { queue: before.queueId });
	if (!before) throw new InvalidInputError(`Answering an alert: there is no alert "${id}".`);
	if (before.closedAt !== null && answer.kind === 'snooze')
		throw new InvalidInputError('Answering an alert: it has closed already; there is nothing to snooze.');
	await orm.batch([
		orm
			.update(alerts)
			.set(changeOf(answer, actor.id, ctx.now()))
			.where(eq(alerts.id, id)),
		recordAudit(ctx, actor, { action: `alert.${answer.kind}`, subject: `alert:${id}`, after: answer })
	]);
}

function changeOf(answer: AlertAnswer, actorId: string, nowMs: number): Partial<typeof alerts.$inferInsert> {
	switch (answer.kind) {
		case 'acknowledge':
			return { acknowledgedBy: actorId, acknowledgedAt: nowMs };
		case 'release':
			return { acknowledgedBy: null, acknowledgedAt: null };
		case 'snooze':
			return { snoozedUntil: nowMs + answer.minutes * 60_000 };
		case 'wake':
			return { snoozedUntil: null };
		case 'note':
			return answer.text === '' ? { note: null, noteBy: null } : { note: answer.text, noteBy: actorId };
	}
}
