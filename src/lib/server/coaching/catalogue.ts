import { eq } from 'drizzle-orm';
import { z } from 'zod';
import {
	CAUSES,
	learnModules,
	METRICS,
	MODULE_FORMS,
	priorsOf,
	SEED_CATALOGUE,
	type Catalogue,
	type LearnedEffect
} from '#solver/coaching/index.ts';
import { can, ForbiddenError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';
import { readUses } from './read-uses.ts';

const KEY = 'coaching_catalogue';

const words = (most: number) =>
	z.object({ en: z.string().trim().min(1).max(most), es: z.string().trim().min(1).max(most) });
const minutes = z.number().int().min(0).max(480);

export const CatalogueInput = z
	.object({
		behaviours: z
			.array(z.object({ cause: z.enum(CAUSES), title: words(120), signs: words(600) }))
			.refine(
				(list) => new Set(list.map(({ cause }) => cause)).size === list.length,
				'one for each behaviour'
			),
		modules: z
			.array(
				z.object({
					id: z.string().regex(/^[a-z0-9-]{1,60}$/),
					causes: z.array(z.enum(CAUSES)).min(1),
					form: z.enum(MODULE_FORMS),
					title: words(120),
					summary: words(600),
					agentMinutes: minutes.min(5),
					coachMinutes: minutes,
					effects: z
						.array(
							z.object({
								metric: z.enum(METRICS),
								/** Nobody doubles a person's skill in an hour. */
								sds: z.number().min(-1).max(2),
								sd: z.number().min(0.05).max(2)
							})
						)
						.min(1)
						.refine(
							(list) => new Set(list.map(({ metric }) => metric)).size === list.length,
							'one for each metric'
						)
				})
			)
			.max(200)
			.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each with an id of its own')
	})
	.refine(({ behaviours }) => CAUSES.every((cause) => behaviours.some((one) => one.cause === cause)), {
		path: ['behaviours'],
		message: 'every behaviour needs its words'
	});

const Stored = z.object({ catalogue: CatalogueInput, version: z.number().int() });

export interface StoredCatalogue {
	catalogue: Catalogue;
	/** 0 = as seeded; each save adds one. */
	version: number;
}

/** Behaviours and modules as the centre has them. For domains: its words are no secret, pages ask for their own right. */
export async function readCatalogue({ db }: Context): Promise<StoredCatalogue> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = Stored.safeParse(row?.value);
	return stored.success ? stored.data : { catalogue: SEED_CATALOGUE, version: 0 };
}

/** The catalogue with what was learned of each module: its uses, and what is to be expected of the next. */
export async function readLearnedCatalogue(
	ctx: Context,
	actor: Actor
): Promise<StoredCatalogue & { learned: LearnedEffect[] }> {
	if (!can(actor, 'coaching.view') && !can(actor, 'coaching.own')) throw new ForbiddenError('coaching.view');
	const [stored, uses] = await Promise.all([readCatalogue(ctx), readUses(ctx)]);
	return { ...stored, learned: learnModules(priorsOf(stored.catalogue), uses) };
}

export type SavedCatalogue =
	| { kind: 'ok'; version: number }
	/** Somebody else has saved since it was read. */
	| { kind: 'changed'; version: number };

/**
 * Puts a changed catalogue in force for the next computation. Saving what was there before takes a change back.
 *
 * @param version of the catalogue that was changed
 */
export async function saveCatalogue(
	ctx: Context,
	actor: Actor,
	input: { catalogue: z.input<typeof CatalogueInput>; version: number }
): Promise<SavedCatalogue> {
	// One catalogue for the whole centre.
	requireRight(actor, 'coaching.lead', { whole: true });
	const catalogue = parseInput('Saving the catalogue', CatalogueInput, input.catalogue);
	const before = await readCatalogue(ctx);
	if (before.version !== input.version) return { kind: 'changed', version: before.version };
	const value = { catalogue, version: before.version + 1 };
	await ctx.db.orm.batch([
		ctx.db.orm
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
		recordAudit(ctx, actor, {
			action: 'coaching.catalogue',
			subject: `settings:${KEY}`,
			before: before.catalogue,
			after: catalogue
		})
	]);
	return { kind: 'ok', version: value.version };
}
