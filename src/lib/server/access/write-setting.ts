import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

/** Stores a setting of this domain, with what it was and is in the audit. */
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
