import { demoIntentExamples } from '#solver/simulation/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { intentExamples, intentModels } from '../db/schema/index.ts';

/** The demo centre's own examples, where there are none yet. */
export async function seedExamples({ db, now }: Context): Promise<void> {
	const { orm } = db;
	const [some] = await orm.select({ id: intentExamples.id }).from(intentExamples).limit(1);
	const [model] = await orm.select({ version: intentModels.version }).from(intentModels).limit(1);
	if (some || model) return;
	const examples = demoIntentExamples();
	const at = now();
	await orm
		.insert(intentExamples)
		.values(examples.map((example) => ({ ...example, createdBy: SYSTEM.id, createdAt: at })))
		.onConflictDoNothing();
}
