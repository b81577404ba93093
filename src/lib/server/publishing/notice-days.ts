import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'publish_notice_days';
const USUAL_DAYS = 7;

/** How many days before a shift its person is to know of it. */
export async function noticeDaysOf({ db }: Context): Promise<number> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	return typeof row?.value === 'number' ? row.value : USUAL_DAYS;
}

const NoticeDays = z.object({ days: z.int().min(0).max(60) });

/** Sets within how many days a change is short notice; 0: never. */
export async function saveNoticeDays(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof NoticeDays>
): Promise<number> {
	requireRight(actor, 'roster.publish');
	const { days } = parseInput('Setting the days of notice', NoticeDays, input);
	const before = await noticeDaysOf(ctx);
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: KEY, value: days })
			.onConflictDoUpdate({ target: settings.key, set: { value: days } }),
		recordAudit(ctx, actor, {
			action: 'roster.notice-days',
			subject: `settings:${KEY}`,
			before,
			after: days
		})
	]);
	return days;
}
