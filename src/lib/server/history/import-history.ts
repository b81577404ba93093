import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { historyImports, intervalFacts, queues, sites } from '../db/schema/index.ts';
import type { HistoryError, HistoryFile, HistoryFileNote, HistoryRow } from './history-file.ts';
import { parseHistory } from './parse-history.ts';
import { queueLabel } from './to-call-histories.ts';

const Input = z.object({
	fileName: z.string().trim().min(1).max(200),
	text: z.string(),
	/** Of local times without a zone, and of the weekly habits. */
	timeZone: z.string().min(1),
	/** Queue of a two-column file; the file's name when left out. */
	defaultQueue: z.string().trim().max(200).optional()
});
export type ImportHistoryInput = z.infer<typeof Input>;

export type ImportHistoryResult =
	| {
			status: 'imported';
			importId: string;
			rows: number;
			queues: string[];
			errors: HistoryError[];
			errorCount: number;
			notes: HistoryFileNote[];
	  }
	/** Nothing could be read, or nothing was left. */
	| { status: 'refused'; errors: HistoryError[]; errorCount: number };

const ROWS_PER_BATCH = 500;
const CONNECT_CHANNELS: Record<string, 'voice' | 'chat' | 'email' | 'messaging'> = {
	VOICE: 'voice',
	CHAT: 'chat',
	EMAIL: 'email',
	SMS: 'messaging'
};

/**
 * Brings in a history file: its good rows are kept and each bad one is named. An interval that is there already
 * takes the new file's counts. Queues not yet known are made with defaults, marked as discovered.
 */
export async function importHistory(
	ctx: Context,
	actor: Actor,
	input: ImportHistoryInput
): Promise<ImportHistoryResult> {
	requireRight(actor, 'history.import');
	const { fileName, text, timeZone, defaultQueue } = parseInput('Importing a history', Input, input);
	const file = parseHistory(text, { timeZone, defaultQueue: defaultQueue || nameOf(fileName) });
	if (file.rows.length === 0 || file.intervalSeconds === null)
		return { status: 'refused', errors: file.errors, errorCount: file.errorCount };

	const importId = randomUUID();
	const labels = labelsOf(file);
	const { orm } = ctx.db;
	const names = [...new Set(labels.values())];
	await createMissingQueues(ctx, names, file, labels);
	await orm.batch([
		orm.insert(historyImports).values({
			id: importId,
			fileName,
			format: file.format!,
			importedBy: actor.id,
			importedAt: ctx.now(),
			rowCount: file.rows.length,
			rejectedCount: file.errorCount,
			timeZone
		}),
		recordAudit(ctx, actor, {
			action: 'history.import',
			subject: `import:${importId}`,
			after: { fileName, rows: file.rows.length }
		})
	]);
	for (let i = 0; i < file.rows.length; i += ROWS_PER_BATCH) {
		await storeRows(ctx, importId, file.intervalSeconds, file.rows.slice(i, i + ROWS_PER_BATCH), labels);
		// A long file must not hold up the live floor.
		await setImmediate();
	}
	const { errors, errorCount, notes } = file;
	return { status: 'imported', importId, rows: file.rows.length, queues: names, errors, errorCount, notes };
}

const nameOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '') || fileName;
const key = (row: HistoryRow): string => `${row.queue}\n${row.channel ?? ''}`;

function labelsOf(file: HistoryFile): Map<string, string> {
	const channels = new Map<string, Set<string | null>>();
	for (const { queue, channel } of file.rows)
		channels.set(queue, (channels.get(queue) ?? new Set()).add(channel));
	return new Map(file.rows.map((row) => [key(row), queueLabel(row, channels.get(row.queue)!.size)]));
}

async function createMissingQueues(
	ctx: Context,
	names: string[],
	{ rows, timeZone }: HistoryFile,
	labels: Map<string, string>
): Promise<void> {
	const { orm } = ctx.db;
	const known = new Set(
		(await orm.select({ id: queues.id }).from(queues).where(inArray(queues.id, names))).map(({ id }) => id)
	);
	const missing = names.filter((name) => !known.has(name));
	if (missing.length === 0) return;
	let [site] = await orm.select().from(sites);
	if (!site)
		[site] = await orm
			.insert(sites)
			.values({ id: 'main', name: 'Marea', timeZone, createdAt: ctx.now() })
			.returning();
	const channelOf = new Map(
		rows.map((row) => [labels.get(key(row))!, CONNECT_CHANNELS[row.channel?.toUpperCase() ?? ''] ?? 'voice'])
	);
	await orm
		.insert(queues)
		.values(
			missing.map((name) => ({
				id: name,
				siteId: site!.id,
				name,
				channel: channelOf.get(name) ?? ('voice' as const),
				isDiscovered: true,
				createdAt: ctx.now()
			}))
		)
		.onConflictDoNothing();
}

async function storeRows(
	ctx: Context,
	importId: string,
	intervalSeconds: number,
	rows: HistoryRow[],
	labels: Map<string, string>
): Promise<void> {
	await ctx.db.client.execute({
		sql: `INSERT INTO interval_facts (queue_id, start_at, interval_seconds, import_id, offered, answered, abandoned, aht_seconds)
			VALUES ${rows.map(() => '(?,?,?,?,?,?,?,?)').join(',')}
			ON CONFLICT DO UPDATE SET import_id = excluded.import_id, offered = excluded.offered, answered = excluded.answered,
			abandoned = excluded.abandoned, aht_seconds = excluded.aht_seconds`,
		args: rows.flatMap((row) => [
			labels.get(key(row))!,
			row.startMs,
			intervalSeconds,
			importId,
			row.offered,
			row.answered,
			row.abandoned,
			row.ahtSeconds
		])
	});
}

/** Takes an import back with all its rows. False when there is none such. */
export async function undoImport(ctx: Context, actor: Actor, importId: string): Promise<boolean> {
	requireRight(actor, 'history.import');
	const { orm } = ctx.db;
	const [found] = await orm.select().from(historyImports).where(eq(historyImports.id, importId));
	if (!found) return false;
	await orm.batch([
		orm.delete(intervalFacts).where(eq(intervalFacts.importId, importId)),
		orm.delete(historyImports).where(eq(historyImports.id, importId)),
		recordAudit(ctx, actor, { action: 'history.undo-import', subject: `import:${importId}`, before: found })
	]);
	return true;
}
