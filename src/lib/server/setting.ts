import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { recordAudit } from './audit/index.ts';
import type { Actor, Context } from './context.ts';
import { settings } from './db/schema/index.ts';

/** A setting as it is kept; the usual one where none is, or none that the schema takes. For domains: rights are the caller's. */
export async function readSetting<Value>(
	{ db }: Context,
	key: string,
	schema: z.ZodType<Value>,
	usual: Value
): Promise<Value> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, key));
	const stored = schema.safeParse(row?.value);
	return stored.success ? stored.data : structuredClone(usual);
}

/** Stores a setting, with what it was and is in the audit. For domains: rights are the caller's. */
export async function writeSetting<Value>(
	ctx: Context,
	actor: Actor,
	{ key, action, before, after }: { key: string; action: string; before: Value; after: Value }
): Promise<void> {
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key, value: after })
			.onConflictDoUpdate({ target: settings.key, set: { value: after } }),
		recordAudit(ctx, actor, { action, subject: `settings:${key}`, before, after })
	]);
}
