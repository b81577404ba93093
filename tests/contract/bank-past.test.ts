import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Centre } from '#lib/server/centre.ts';
import type { Context } from '#lib/server/context.ts';
import { openDatabase, type Database } from '#lib/server/db/open-database.ts';
import { PastFloors } from '#lib/server/past/index.ts';
import { bankEvents, hasBank, sendShuffled } from '../support/anonymous-bank.ts';
import { bankCalls } from '../support/bank-floor.ts';
import { bankDayStart, bankMoment } from '../support/bank-past.ts';
import { seededRandom } from '../support/seeded-random.ts';

const DAYS = (process.env.MAREA_BANK_DAYS ?? '990103,990104,990124').split(',');
const MOMENTS = 40;
const SEED = 1999;
if (!hasBank)
	console.log(
		'SKIPPED: ../shared/reference/anonymous-bank is absent; no past moment of a real bank was checked.'
	);

describe.skipIf(!hasBank)('a past floor of a real call centre', () => {
	let db: Database;
	let ctx: Context;
	let past: PastFloors;
	beforeAll(async () => {
		db = await openDatabase('file::memory:', 'drizzle');
		ctx = { db, now: Date.now };
		await db.client.execute(
			"INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'Bank', 'Asia/Jerusalem', 0)"
		);
		const centre = await Centre.open(ctx, () => null);
		for (const date of DAYS) await sendShuffled(centre.ingest, await bankEvents(date), seededRandom(SEED));
		await centre.project();
		past = new PastFloors({ ctx, config: () => centre.state.config, score: () => null });
	}, 60_000);
	afterAll(() => db?.close());

	it.each(DAYS)('%s at random seconds is what the raw rows say, opened anew and gone on to', async (date) => {
		const random = seededRandom(SEED + Number(date));
		const calls = bankCalls(date);
		const start = bankDayStart(date);
		let [waited, handled] = [0, 0];
		for (let i = 0; i < MOMENTS; i++) {
			// Half of them in the busy hours.
			const second = i % 2 ? random(86_400) : 32_400 + random(28_800);
			const floor = await past.read(start + second * 1000);
			expect(floor.clock).toMatchObject({
				mode: 'past',
				offsetMs: 0,
				wallMs: start + second * 1000,
				dayStartMs: start
			});
			const { shown, expected } = bankMoment(floor, calls, start, second);
			expect(shown, `second ${second}`).toEqual(expected);
			waited += floor.site.waiting;
			handled += floor.site.handling;
		}
		expect(waited).toBeGreaterThan(0);
		expect(handled).toBeGreaterThan(20);
	});
});
