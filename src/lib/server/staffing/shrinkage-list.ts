import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';
import { ShrinkageList, type ShrinkageItem } from './shrinkage-item.ts';

const KEY = 'staffing.shrinkage';
const WORKDAYS = [1, 2, 3, 4, 5];

/** What most centres lose of paid time: breaks all day, coaching and meetings on workdays, absence. */
export const DEFAULT_SHRINKAGE: readonly ShrinkageItem[] = [
	{ kind: 'breaks', share: 0.06, isRostered: true },
	{ kind: 'training', share: 0.03, weekdays: WORKDAYS, fromMinute: 540, toMinute: 1080, isRostered: false },
	{ kind: 'meetings', share: 0.02, weekdays: WORKDAYS, fromMinute: 540, toMinute: 1080, isRostered: false },
	{ kind: 'absence', share: 0.05, isRostered: false },
	{ kind: 'leave', share: 0.08, isRostered: false }
];

/** The centre's list of shrinkage kinds, with which a new plan begins. */
export async function readShrinkage({ db }: Context, actor: Actor): Promise<ShrinkageItem[]> {
	requireRight(actor, 'staffing.view');
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = ShrinkageList.safeParse(row?.value);
	return stored.success ? stored.data : [...DEFAULT_SHRINKAGE];
}

/** Keeps the list for every plan that is begun from now on. */
export async function saveShrinkage(
	ctx: Context,
	actor: Actor,
	list: z.input<typeof ShrinkageList>
): Promise<ShrinkageItem[]> {
	requireRight(actor, 'staffing.compute');
	const value = parseInput('Saving the shrinkage list', ShrinkageList, list);
	const before = await readShrinkage(ctx, { ...actor, rights: ['*'] });
	await ctx.db.orm.batch([
		ctx.db.orm
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
		recordAudit(ctx, actor, {
			action: 'staffing.shrinkage',
			subject: 'settings:staffing.shrinkage',
			before,
			after: value
		})
	]);
	return value;
}
