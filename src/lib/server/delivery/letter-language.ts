import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { locales, type Locale } from '#lib/paraglide/runtime.js';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'letter_language';
const language = z.enum(locales);

/** The language in which letters are written; English until somebody has chosen. */
export async function letterLanguage({ db }: Context): Promise<Locale> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = language.safeParse(row?.value);
	return stored.success ? stored.data : 'en';
}

export async function setLetterLanguage(ctx: Context, actor: Actor, input: string): Promise<Locale> {
	requireRight(actor, 'settings.manage');
	const value = parseInput('Choosing the language of letters', language, input as Locale);
	const before = await letterLanguage(ctx);
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
		recordAudit(ctx, actor, { action: 'letters.language', subject: 'site', before, after: value })
	]);
	return value;
}
