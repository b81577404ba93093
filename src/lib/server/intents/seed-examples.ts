import { demoIntentExamples } from '#solver/simulation/index.ts';
import { recordAudit } from '../audit/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { intentExamples, intentModels } from '../db/schema/index.ts';

/** The demo centre's own examples, where there are none yet. */
export async function seedExamples(ctx: Context): Promise<void> {
	const { orm } = ctx.db;
	const [some] = await orm.select({ id: intentExamples.id }).from(intentExamples).limit(1);
	const [model] = await orm.select({ version: intentModels.version }).from(intentModels).limit(1);
	if (some || model) return;
	const examples = demoIntentExamples();
	const at = ctx.now();
	await orm.batch([
		orm
			.insert(intentExamples)
			.values(examples.map((example) => ({ ...example, createdBy: SYSTEM.id, createdAt: at })))
			.onConflictDoNothing(),
		recordAudit(ctx, SYSTEM, { action: 'demo.seed', subject: 'site', after: { examples: examples.length } })
	]);
}
