import { join } from 'node:path';
import { Centre } from '#lib/server/centre.ts';
import type { Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { PastFloors } from '#lib/server/past/index.ts';
import { bankDay, bankEvents, hasBank, sendShuffled } from '../../support/anonymous-bank.ts';
import { bankCalls } from '../../support/bank-floor.ts';
import { bankDayStart, bankMoment } from '../../support/bank-past.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { say, timed, type Found } from './report.ts';

const MOMENTS_A_DAY = 24;

export async function benchBank(folder: string): Promise<Found> {
	if (!hasBank) {
		say('SKIPPED: ../shared/reference/anonymous-bank is absent.');
		return { isRight: true, goals: [] };
	}
	const db = await openDatabase(`file:${join(folder, 'bank.db')}`, 'drizzle');
	const ctx: Context = { db, now: Date.now };
	await db.client.execute(
		"INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'Bank', 'Asia/Jerusalem', 0)"
	);
	const centre = await Centre.open(ctx, () => null);
	const events = await bankEvents('9901');
	const sent = await timed(async () => {
		await sendShuffled(centre.ingest, events, seededRandom(1));
		await centre.project();
	});
	const wrong: string[] = [];
	const past = new PastFloors({ ctx, config: () => centre.state.config, score: () => null });
	const random = seededRandom(1999);
	let moments = 0;
	let openedMs = 0;
	for (let day = 1; day <= 31; day++) {
		const date = `9901${String(day).padStart(2, '0')}`;
		const { expected, counted } = await bankDay(ctx, date);
		if (JSON.stringify(expected) !== JSON.stringify(counted)) wrong.push(date);
		// The floor as it was, at random seconds of the day.
		const [calls, start] = [bankCalls(date), bankDayStart(date)];
		for (let i = 0; i < MOMENTS_A_DAY; i++) {
			const second = random(86_400);
			const travelled = await timed(() => past.read(start + second * 1000));
			const { shown, expected: then } = bankMoment(travelled.result, calls, start, second);
			moments++;
			openedMs += travelled.ms;
			if (JSON.stringify(shown) !== JSON.stringify(then)) wrong.push(`${date} at second ${second}`);
		}
	}
	db.close();
	say(
		`January 1999: ${events.length.toLocaleString('en')} events in ${(sent.ms / 1000).toFixed(1)} s; ${wrong.length ? `WRONG on ${wrong.join(', ')}` : `all 31 days, and the floor of ${moments} random seconds of them (${(openedMs / moments).toFixed(0)} ms each), as the raw rows say`}`
	);
	return { isRight: wrong.length === 0, goals: [] };
}
