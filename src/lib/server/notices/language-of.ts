import { and, eq, inArray, ne } from 'drizzle-orm';
import { locales, type Locale } from '#lib/paraglide/runtime.js';
import type { Actor, Context } from '../context.ts';
import { userLanguages } from '../db/schema/index.ts';
import { letterLanguage } from '../delivery/index.ts';

const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text);

/** In which language each of these people is written to: the one they last read in, else the letters' language. */
export async function languagesOf(
	ctx: Context,
	userIds: readonly string[]
): Promise<(userId: string) => Locale> {
	const usual = await letterLanguage(ctx);
	if (userIds.length === 0) return () => usual;
	const rows = await ctx.db.orm
		.select()
		.from(userLanguages)
		.where(inArray(userLanguages.userId, [...userIds]));
	const known = new Map(rows.map(({ userId, language }) => [userId, language]));
	return (userId) => {
		const language = known.get(userId);
		return language !== undefined && isLocale(language) ? language : usual;
	};
}

/** Keeps the language in which a person reads; writes only when it has changed. */
export async function rememberLanguage(ctx: Context, actor: Actor | null, language: Locale): Promise<void> {
	if (!actor?.id.startsWith('user:')) return;
	const userId = actor.id.slice('user:'.length);
	const { orm } = ctx.db;
	const [known] = await orm.select().from(userLanguages).where(eq(userLanguages.userId, userId));
	if (known?.language === language) return;
	await orm
		.insert(userLanguages)
		.values({ userId, language })
		.onConflictDoUpdate({
			target: userLanguages.userId,
			set: { language },
			setWhere: and(eq(userLanguages.userId, userId), ne(userLanguages.language, language))
		});
}
