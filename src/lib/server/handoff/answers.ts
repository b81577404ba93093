import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Answer } from '#lib/contracts/handoff.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

/** Where the settings hold them. */
export const ANSWERS_KEY = 'handoff_answers';

export const AnswersInput = z
	.array(
		z.object({
			id: z.string().trim().min(1).max(64),
			intent: z.string().trim().min(1, 'wanted a reason for contact').max(200),
			language: z.enum(['en', 'es']),
			text: z.string().trim().min(1, 'wanted the words of an answer').max(2_000)
		})
	)
	.max(300)
	.refine((answers) => new Set(answers.map(({ id }) => id)).size === answers.length, 'wanted each id once');

/** The centre's answers, and their version: how often they have been changed. */
export async function readAnswers({ db }: Context): Promise<{ answers: Answer[]; version: number }> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, ANSWERS_KEY));
	return (row?.value as { answers: Answer[]; version: number } | undefined) ?? { answers: [], version: 0 };
}

/** Puts these in the place of all that there are. */
export async function saveAnswers(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof AnswersInput>
): Promise<void> {
	requireRight(actor, 'handoff.manage');
	const answers = parseInput('Changing the answers', AnswersInput, input);
	const before = await readAnswers(ctx);
	const value = { answers, version: before.version + 1 };
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: ANSWERS_KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
		recordAudit(ctx, actor, {
			action: 'handoff-answers.update',
			subject: 'site',
			before: before.answers,
			after: answers
		})
	]);
}
