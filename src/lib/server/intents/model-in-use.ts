import { eq } from 'drizzle-orm';
import type { IntentModel } from '#solver/conversations/intents/index.ts';
import type { Context } from '../context.ts';
import { intentModels } from '../db/schema/index.ts';

/** The model by which contacts are told apart now; null before one was trained. For domains. */
export async function modelInUse({ db }: Context): Promise<{ version: number; model: IntentModel } | null> {
	const [row] = await db.orm
		.select({ version: intentModels.version, model: intentModels.model })
		.from(intentModels)
		.where(eq(intentModels.isInUse, true));
	return row ?? null;
}
