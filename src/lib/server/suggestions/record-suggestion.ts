import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { SuggestionKind } from '#lib/contracts/suggestions.ts';
import type { Context } from '../context.ts';
import { suggestions } from '../db/schema/index.ts';

export interface NewSuggestion {
	kind: SuggestionKind;
	contactId: string;
	queueId: string | null;
	/** Whom or what it points at: an agent's id, `person`, or an answer's id. */
	subject: string;
	rule: string;
	version: string;
	score: number | null;
	reasons: readonly object[];
	/** In the contact's own time. */
	madeAt: number;
	madeFor: string;
}

/**
 * Keeps a suggestion until it can be judged. The same one again for the same contact is no second one; another one takes
 * the place of what is still open. The caller has the right to what it is about.
 */
export async function recordSuggestion({ db: { orm } }: Context, made: NewSuggestion): Promise<void> {
	const { kind, contactId, subject, rule } = made;
	const open = await orm
		.select()
		.from(suggestions)
		.where(
			and(eq(suggestions.contactId, contactId), eq(suggestions.kind, kind), eq(suggestions.state, 'open'))
		);
	if (open.some((one) => one.subject === subject && one.rule === rule)) return;
	await orm.batch([
		orm
			.update(suggestions)
			.set({ state: 'superseded' })
			.where(
				and(eq(suggestions.contactId, contactId), eq(suggestions.kind, kind), eq(suggestions.state, 'open'))
			),
		orm.insert(suggestions).values({ id: randomUUID(), ...made, reasons: [...made.reasons] })
	]);
}
