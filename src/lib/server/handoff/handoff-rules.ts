import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { CUE_KINDS } from '#solver/conversations/index.ts';
import type { HandoffRules } from '#solver/routing/index.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'handoff_rules';

/** What a centre starts with; the numbers are for its own people to change. */
export const DEFAULT_RULES: HandoffRules = {
	intents: ['cancel', 'complaint'],
	moodBelow: -0.5,
	moodFall: 0.8,
	failedTurns: 2,
	onRequest: true,
	cues: [
		{ kind: 'legal-threat', minimumStrength: 0.5 },
		{ kind: 'vulnerability', minimumStrength: 0.5 }
	],
	valueAtLeast: 8
};

export const HandoffRulesInput = z.object({
	intents: z.array(z.string().trim().min(1).max(200)).max(100),
	moodBelow: z.number().min(-1).max(1).nullable(),
	moodFall: z.number().min(0.05, 'wanted a fall of 0.05 to 2').max(2).nullable(),
	failedTurns: z.int().min(1).max(20).nullable(),
	onRequest: z.boolean(),
	cues: z
		.array(z.object({ kind: z.enum(CUE_KINDS), minimumStrength: z.number().min(0).max(1) }))
		.max(CUE_KINDS.length)
		.refine((cues) => new Set(cues.map(({ kind }) => kind)).size === cues.length, 'wanted each sign once'),
	valueAtLeast: z.number().finite().nullable()
});

/** The rules as they stand, with their version: how often they have been changed. */
export async function readHandoffRules({ db }: Context): Promise<{ rules: HandoffRules; version: number }> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	return (
		(row?.value as { rules: HandoffRules; version: number } | undefined) ?? {
			rules: DEFAULT_RULES,
			version: 1
		}
	);
}

export async function updateHandoffRules(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof HandoffRulesInput>
): Promise<{ rules: HandoffRules; version: number }> {
	requireRight(actor, 'handoff.manage');
	const rules = parseInput('Changing the handoff rules', HandoffRulesInput, input);
	const before = await readHandoffRules(ctx);
	const value = { rules, version: before.version + 1 };
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
		recordAudit(ctx, actor, {
			action: 'handoff-rules.update',
			subject: 'site',
			before: before.rules,
			after: rules
		})
	]);
	return value;
}
