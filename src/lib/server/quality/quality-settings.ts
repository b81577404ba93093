import { eq } from 'drizzle-orm';
import { QualitySettingsInput, type QualitySettings } from '#lib/contracts/quality.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'quality';

/** What a centre starts with. */
export const DEFAULT_SETTINGS: QualitySettings = { perMonth: 4, riskPerDraw: 10, disputeDays: 14 };

export async function readQualitySettings({ db }: Context): Promise<QualitySettings> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	return (row?.value as QualitySettings | undefined) ?? DEFAULT_SETTINGS;
}

/** @returns what stood before, for undo */
export async function updateQualitySettings(
	ctx: Context,
	actor: Actor,
	input: QualitySettings
): Promise<{ before: QualitySettings }> {
	requireRight(actor, 'quality.forms');
	const value = parseInput('Changing the sampling', QualitySettingsInput, input);
	const before = await readQualitySettings(ctx);
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
		recordAudit(ctx, actor, { action: 'quality.settings', subject: 'site', before, after: value })
	]);
	return { before };
}
