import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { AGENT_STATES, type AgentState } from '#lib/contracts/terms.ts';
import { ACTIVITIES, type Activity } from '#solver/adherence/index.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'adherence.terms';
const MOST_GRACE_SECONDS = 3_600;

/** The site's reading of states, and how long a departure may last before it counts. */
export interface SiteTerms {
	fits: Record<AgentState, Activity[]>;
	graceSeconds: Record<Activity, number>;
}

/** On contacts or ready for them is work; the rest is what it is called. A short break may fall into the meal. */
export const DEFAULT_TERMS: SiteTerms = {
	fits: {
		available: ['work'],
		offered: ['work'],
		handling: ['work'],
		wrap: ['work'],
		break: ['break', 'lunch'],
		lunch: ['lunch', 'break'],
		training: ['training'],
		meeting: ['meeting'],
		offline: []
	},
	graceSeconds: { work: 180, break: 180, lunch: 300, training: 180, meeting: 180 }
};

const Terms = z.object({
	fits: z.object(
		Object.fromEntries(AGENT_STATES.map((state) => [state, z.array(z.enum(ACTIVITIES))])) as Record<
			AgentState,
			z.ZodArray<z.ZodEnum<{ [A in Activity]: A }>>
		>
	),
	graceSeconds: z.object(
		Object.fromEntries(
			ACTIVITIES.map((activity) => [
				activity,
				z
					.int('whole seconds')
					.min(0, 'not below 0')
					.max(MOST_GRACE_SECONDS, `at most ${MOST_GRACE_SECONDS} seconds`)
			])
		) as Record<Activity, z.ZodInt>
	)
});

/** For domains: rights are the caller's. */
export async function readTerms({ db }: Context): Promise<SiteTerms> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = Terms.safeParse(row?.value);
	return stored.success ? stored.data : structuredClone(DEFAULT_TERMS);
}

/** Keeps the site's terms; past days are judged by them, too. Answers what they were, so that it can be taken back. */
export async function saveTerms(
	ctx: Context,
	actor: Actor,
	input: SiteTerms
): Promise<{ before: SiteTerms; after: SiteTerms }> {
	requireRight(actor, 'adherence.manage');
	const value = parseInput('Saving the adherence map', Terms, input);
	const before = await readTerms(ctx);
	await ctx.db.orm.batch([
		ctx.db.orm
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
		recordAudit(ctx, actor, { action: 'adherence.terms', subject: `settings:${KEY}`, before, after: value })
	]);
	return { before, after: value };
}
