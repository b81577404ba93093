import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { intentModels } from '../db/schema/index.ts';
import type { IntentWork, LearnedIntents } from './learn-intents.ts';
import { listExamples } from './list-examples.ts';

const FEWEST_PER_INTENT = 3;

/** The job that trains a new version from the examples as they are now, and puts it to use; older versions are kept. */
export async function trainingRequest(ctx: Context, actor: Actor) {
	requireRight(actor, 'settings.manage');
	const examples = (await listExamples(ctx, actor)).map(({ text, intent, language }) => ({
		text,
		intent,
		language
	}));
	const counts = Map.groupBy(examples, ({ intent }) => intent);
	if (counts.size < 2)
		throw new InvalidInputError('Training intents: there must be examples of at least two intents.');
	for (const [intent, list] of counts)
		if (list.length < FEWEST_PER_INTENT)
			throw new InvalidInputError(
				`Training intents: "${intent}" has ${list.length} examples; at least ${FEWEST_PER_INTENT} are needed.`
			);
	const payload: IntentWork = { examples };
	return {
		kind: 'intents' as const,
		input: { examples: examples.length, intents: counts.size },
		payload,
		finish: (result: unknown) => storeModel(ctx, actor, result as LearnedIntents)
	};
}

async function storeModel(ctx: Context, actor: Actor, learned: LearnedIntents): Promise<{ version: number }> {
	const { orm } = ctx.db;
	const [, made] = await orm.batch([
		orm.update(intentModels).set({ isInUse: false }),
		orm
			.insert(intentModels)
			.values({ ...learned, isInUse: true, createdBy: actor.id, createdAt: ctx.now() })
			.returning({ version: intentModels.version }),
		recordAudit(ctx, actor, {
			action: 'intents.train',
			subject: 'site',
			after: { examples: learned.examples, accuracy: learned.quality.accuracy }
		})
	]);
	return { version: made[0]!.version };
}
