import { setImmediate } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { historyImports } from '../db/schema/index.ts';

const KEY = 'queue_id, start_at, interval_seconds';
const VALUES = 'import_id, offered, answered, abandoned, aht_seconds';
const ROWS_PER_BATCH = 1000;
const SOME_REPLACED = `SELECT rowid FROM replaced_facts WHERE replaced_by = ? ORDER BY rowid LIMIT ${ROWS_PER_BATCH}`;

/**
 * Takes an import back with all its rows; counts that it had replaced come back. Where a later import has replaced
 * its rows, that one stays, and would give back what this one had replaced. Cut off half way it can be asked for
 * again. False when there is none such.
 */
export async function undoImport(ctx: Context, actor: Actor, importId: string): Promise<boolean> {
	requireRight(actor, 'history.import');
	const { orm } = ctx.db;
	const [found] = await orm.select().from(historyImports).where(eq(historyImports.id, importId));
	if (!found) return false;
	await write(ctx, importId, [
		// What later imports would give back of this one becomes what this one would give back.
		`INSERT OR REPLACE INTO replaced_facts (replaced_by, ${KEY}, ${VALUES})
			SELECT later.replaced_by, own.queue_id, own.start_at, own.interval_seconds, own.import_id, own.offered,
				own.answered, own.abandoned, own.aht_seconds
			FROM replaced_facts own JOIN replaced_facts later ON later.import_id = own.replaced_by
				AND later.queue_id = own.queue_id AND later.start_at = own.start_at
				AND later.interval_seconds = own.interval_seconds
			WHERE own.replaced_by = ?`,
		'DELETE FROM replaced_facts WHERE import_id = ?'
	]);
	await untilDone(ctx, importId, [
		`DELETE FROM interval_facts WHERE rowid IN (SELECT rowid FROM interval_facts WHERE import_id = ? LIMIT ${ROWS_PER_BATCH})`
	]);
	await untilDone(ctx, importId, [
		`INSERT OR IGNORE INTO interval_facts (${KEY}, ${VALUES})
			SELECT ${KEY}, ${VALUES} FROM replaced_facts WHERE rowid IN (${SOME_REPLACED})`,
		`DELETE FROM replaced_facts WHERE rowid IN (${SOME_REPLACED})`
	]);
	await orm.batch([
		orm.delete(historyImports).where(eq(historyImports.id, importId)),
		recordAudit(ctx, actor, { action: 'history.undo-import', subject: `import:${importId}`, before: found })
	]);
	return true;
}

async function write({ db }: Context, importId: string, statements: readonly string[]): Promise<number> {
	const results = await db.client.batch(
		statements.map((sql) => ({ sql, args: [importId] })),
		'write'
	);
	return results.at(-1)!.rowsAffected;
}

/** A long file's rows go in parts, so that the live floor has its turn. */
async function untilDone(ctx: Context, importId: string, statements: readonly string[]): Promise<void> {
	while ((await write(ctx, importId, statements)) > 0) await setImmediate();
}
