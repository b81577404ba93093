import { join } from 'node:path';
import { Centre } from '#lib/server/centre.ts';
import type { Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { bankDay, bankEvents, hasBank, sendShuffled } from '../../support/anonymous-bank.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { say, timed, type Found } from './report.ts';

export async function benchBank(folder: string): Promise<Found> {
	if (!hasBank) {
		say('SKIPPED: ../shared/reference/anonymous-bank is absent.');
		return { isRight: true, goals: [] };
	}
	const db = await openDatabase(`file:${join(folder, 'bank.db')}`, 'drizzle');
	const ctx: Context = { db, now: Date.now };
	const centre = await Centre.open(ctx, () => null);
	const events = await bankEvents('9901');
	const sent = await timed(async () => {
		await sendShuffled(centre.ingest, events, seededRandom(1));
		await centre.project();
	});
	const wrong: string[] = [];
	for (let day = 1; day <= 31; day++) {
		const date = `9901${String(day).padStart(2, '0')}`;
		const { expected, counted } = await bankDay(ctx, date);
		if (JSON.stringify(expected) !== JSON.stringify(counted)) wrong.push(date);
	}
	db.close();
	say(
		`January 1999: ${events.length.toLocaleString('en')} events in ${(sent.ms / 1000).toFixed(1)} s; ${wrong.length ? `WRONG on ${wrong.join(', ')}` : 'all 31 days as the raw rows say'}`
	);
	return { isRight: wrong.length === 0, goals: [] };
}
