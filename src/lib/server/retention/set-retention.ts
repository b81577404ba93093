import { z } from 'zod';
import {
	MOST_RETENTION_DAYS,
	RETENTION_KINDS,
	RETENTION_NAMES,
	type Retention
} from '#lib/contracts/retention.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';
import { readRetention, RETENTION_KEY } from './read-retention.ts';

const RetentionInput = z
	.object(
		Object.fromEntries(
			RETENTION_NAMES.map((kind) => [
				kind,
				z
					.int()
					.min(RETENTION_KINDS[kind], {
						error: `wanted at least ${RETENTION_KINDS[kind]} days, or nothing for ever`
					})
					.max(MOST_RETENTION_DAYS, { error: `wanted at most ${MOST_RETENTION_DAYS} days` })
					.nullable()
			])
		)
	)
	.refine((set) => set.contacts === null || set.words === null || set.words! <= set.contacts!, {
		path: ['words'],
		error: 'words cannot be kept longer than the contacts that they are of'
	});

/** Sets how long each kind of data is kept; the next purge goes by it. */
export async function setRetention(ctx: Context, actor: Actor, input: Retention): Promise<void> {
	requireRight(actor, 'privacy.manage');
	const wanted = parseInput('Setting how long data are kept', RetentionInput, input) as Retention;
	const { retention: before } = await readRetention(ctx);
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: RETENTION_KEY, value: wanted })
			.onConflictDoUpdate({ target: settings.key, set: { value: wanted } }),
		recordAudit(ctx, actor, { action: 'privacy.retention', subject: 'site', before, after: wanted })
	]);
}
