import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { checkBackup } from './check-backup.ts';
import { syncFile } from './sync-file.ts';

export type BackupOutcome =
	| { status: 'made'; file: string; bytes: number; events: number; lastSeq: number }
	| { status: 'refused'; reason: string };

/**
 * Copies the database into one file as of this moment, while the server may go on writing. Every event that was
 * acknowledged before the call is in it. The file appears under its name only once it is whole and checked.
 */
export async function backUp(ctx: Context, actor: Actor, target: string): Promise<BackupOutcome> {
	requireRight(actor, 'backup.make');
	const file = resolve(target);
	if (existsSync(file))
		return { status: 'refused', reason: `"${file}" is there already; give a name that is free` };
	mkdirSync(dirname(file), { recursive: true });
	const part = `${file}.part`;
	rmSync(part, { force: true });
	try {
		await ctx.db.client.execute({ sql: 'VACUUM INTO ?', args: [part] });
		const check = await checkBackup(part);
		if (check.status === 'unusable') throw new Error(`The copy cannot be used: ${check.reason}.`);
		syncFile(part);
		renameSync(part, file);
		syncFile(dirname(file));
		await recordAudit(ctx, actor, {
			action: 'backup.make',
			subject: 'database',
			after: { file, events: check.events, lastSeq: check.lastSeq }
		});
		return { ...check, status: 'made', file, bytes: statSync(file).size };
	} finally {
		rmSync(part, { force: true });
	}
}
