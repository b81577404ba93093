import { asc } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { intentExamples } from '../db/schema/index.ts';

export type IntentExampleRow = typeof intentExamples.$inferSelect;

/** The centre's labelled examples, by intent. */
export function listExamples(
	{ db }: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null
): Promise<IntentExampleRow[]> {
	requireRight(actor, 'settings.view');
	return db.orm.select().from(intentExamples).orderBy(asc(intentExamples.intent), asc(intentExamples.id));
}
