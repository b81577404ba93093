import { desc } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { intentModels } from '../db/schema/index.ts';

export type IntentModelRow = Omit<typeof intentModels.$inferSelect, 'model'>;

/** Every trained version without its weights, newest first. */
export function listModels(
	{ db }: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null
): Promise<IntentModelRow[]> {
	requireRight(actor, 'settings.view');
	const { version, examples, quality, isInUse, createdBy, createdAt } = intentModels;
	return db.orm
		.select({ version, examples, quality, isInUse, createdBy, createdAt })
		.from(intentModels)
		.orderBy(desc(version));
}
