import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseEvent, type IncomingEvent } from '#lib/contracts/events.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import type { Ingest } from '#lib/server/ingest/index.ts';
import { readIntervals } from '#lib/server/intervals/index.ts';

export const BANK_FOLDER = resolve(import.meta.dirname, '../../../shared/reference/anonymous-bank');
export const hasBank = existsSync(BANK_FOLDER);

const DAY_MS = 86_400_000;
const run = promisify(execFile);
const script = async (...args: string[]): Promise<string> =>
	(await run(process.execPath, args, { cwd: BANK_FOLDER, maxBuffer: 500_000_000 })).stdout;
const lines = (text: string): unknown[] =>
	text
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as unknown);

/** The events of a day such as "990103", or of the whole month "9901". */
export async function bankEvents(date: string): Promise<IncomingEvent[]> {
	const file = `19${date.slice(0, 2)}-${date.slice(2, 4)}.tsv`;
	const text = await script('to-events.mjs', file, ...(date.length === 6 ? ['--date', date] : []));
	return lines(text).map((value) => {
		const parsed = parseEvent(value);
		if (!parsed.ok) throw new Error(`Reading the bank's events: ${parsed.error}`);
		return parsed.event;
	});
}

/** In batches, shuffled inside; one batch in ten goes out twice. */
export async function sendShuffled(
	ingest: Ingest,
	events: readonly IncomingEvent[],
	random: (n: number) => number
): Promise<number> {
	let resent = 0;
	for (let from = 0; from < events.length; from += 500) {
		const batch = events.slice(from, from + 500);
		for (let i = batch.length - 1; i > 0; i--) {
			const j = random(i + 1);
			[batch[i], batch[j]] = [batch[j]!, batch[i]!];
		}
		await ingest.accept(SYSTEM, batch);
		if (random(10) > 0) continue;
		resent++;
		await ingest.accept(SYSTEM, batch);
	}
	return resent;
}

/** What the raw rows say of a day, and what the intervals say, by queue. */
export async function bankDay(
	ctx: Context,
	date: string
): Promise<{ expected: unknown[]; counted: unknown[] }> {
	const expected = lines(
		await script('expected-day.mjs', `19${date.slice(0, 2)}-${date.slice(2, 4)}.tsv`, date)
	);
	const fromMs = Date.parse(`19${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}T00:00:00+02:00`);
	const range = { fromMs, toMs: fromMs + DAY_MS, interval: '1d' as const, queue: null };
	const counted = (await readIntervals(ctx, SYSTEM, range, 'Asia/Jerusalem')).map((row) => ({
		queue: row.queue,
		offered: row.offered,
		answered: row.answered,
		abandoned: row.abandoned,
		answeredInThreshold: row.answeredInThreshold,
		abandonedInThreshold: row.abandonedInThreshold,
		asaSeconds: row.asaSeconds,
		handleSeconds: row.talkSeconds
	}));
	return { expected, counted };
}
