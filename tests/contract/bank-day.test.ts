import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase, type Database } from '#lib/server/db/open-database.ts';
import { verifyLog } from '#lib/server/verify/index.ts';
import { bankDay, bankEvents, hasBank, sendShuffled } from '../support/anonymous-bank.ts';
import { seededRandom } from '../support/seeded-random.ts';

const DAYS = (process.env.MAREA_BANK_DAYS ?? '990103,990124,990216').split(',');
const SEED = 103;
if (!hasBank)
	console.log("SKIPPED: ../shared/reference/anonymous-bank is absent; a real bank's days were not counted.");

describe.skipIf(!hasBank)('days of a real call centre, shuffled and partly sent twice', () => {
	let db: Database;
	let ctx: Context;
	let centre: Centre;
	beforeAll(async () => {
		db = await openDatabase('file::memory:', 'drizzle');
		ctx = { db, now: Date.now };
		centre = await Centre.open(ctx, () => null);
	});
	afterAll(() => db?.close());

	it.each(DAYS)('%s counts in the intervals exactly as in the raw rows', async (date) => {
		const events = await bankEvents(date);
		expect(events.length).toBeGreaterThan(1000);
		const resent = await sendShuffled(centre.ingest, events, seededRandom(SEED + Number(date)));
		expect(resent).toBeGreaterThan(0);
		await centre.project();
		centre.state.forget(ctx.now());
		const { expected, counted } = await bankDay(ctx, date);
		expect(expected.length).toBeGreaterThan(3);
		expect(counted).toEqual(expected);
	});

	it('stores what the log says', async () => {
		expect((await verifyLog(ctx, SYSTEM)).differences).toEqual([]);
	});
});
