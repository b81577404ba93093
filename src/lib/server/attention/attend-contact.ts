import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ContactCare } from '#lib/contracts/needs.ts';
import { InvalidInputError, parseInput, requireContact } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { contactCare, contacts } from '../db/schema/index.ts';
import { findCare } from './read-care.ts';

export const CareAnswer = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('take') }),
	/** Taken back: nobody looks after it. */
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
export type CareAnswer = z.infer<typeof CareAnswer>;

/** What a supervisor does about a contact that needs a person: looks after it, leaves it aside, writes a note. */
export async function attendContact(
	ctx: Context,
	actor: Actor,
	contactId: string,
	input: CareAnswer
): Promise<ContactCare> {
	await requireContact(ctx, actor, 'contacts.attend', contactId);
	const action = 'Looking after a contact';
	const answer = parseInput(action, CareAnswer, input);
	const { orm } = ctx.db;
	const [contact] = await orm.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contactId));
	if (!contact) throw new InvalidInputError(`${action}: there is no contact "${contactId}".`);
	const change = { ...changeOf(answer, actor.id, ctx.now()), changedAt: ctx.now() };
	await orm.batch([
		orm
			.insert(contactCare)
			.values({ contactId, ...change })
			.onConflictDoUpdate({ target: contactCare.contactId, set: change }),
		recordAudit(ctx, actor, {
			action: `contact.${answer.kind}`,
			subject: `contact:${contactId}`,
			after: answer
		})
	]);
	return (await findCare(ctx, contactId))!;
}

function changeOf(
	answer: CareAnswer,
	actorId: string,
	nowMs: number
): Partial<typeof contactCare.$inferInsert> {
	switch (answer.kind) {
		case 'take':
			return { takenBy: actorId, takenAt: nowMs };
		case 'release':
			return { takenBy: null, takenAt: null };
		case 'snooze':
			return { snoozedUntil: nowMs + answer.minutes * 60_000 };
		case 'wake':
			return { snoozedUntil: null };
		case 'note':
			return answer.text === '' ? { note: null, noteBy: null } : { note: answer.text, noteBy: actorId };
	}
}
