import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseEvent } from '#lib/contracts/events.ts';
import { demoScenario, simulate } from '#solver/simulation/index.ts';
import { openTestContext } from './access/testing.ts';
import { Centre } from './centre.ts';
import { SYSTEM } from './context.ts';
import { readFloor } from './live/index.ts';

const START = Date.UTC(2026, 10, 23, 9);
const END = START + 3_600_000;
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = END;
});
afterEach(() => test.close());

const open = () => Centre.open(test.ctx, () => null);

/** The floor as of the test's clock, once everything is in memory. */
async function floorOf(centre: Centre) {
	await centre.recalled();
	return readFloor(centre.state, END);
}

/** What a centre that has never stopped shows after an hour of the demo. */
async function live() {
	const centre = await open();
	const events = [...simulate(demoScenario(), { seed: 7, startMs: START, endMs: END })].map((event) => {
		const parsed = parseEvent(event);
		if (!parsed.ok) throw new Error(parsed.error);
		return parsed.event;
	});
	await centre.ingest.accept(SYSTEM, events);
	const floor = await floorOf(centre);
	await centre.stop();
	expect(floor.site.today.offered).toBeGreaterThan(50);
	return floor;
}

const folded = async () =>
	Number((await test.ctx.db.client.execute('SELECT count(*) AS n FROM visits')).rows[0]!.n);

describe('Centre.open()', () => {
	it('shows the floor it left, from the stored folds', async () => {
		const before = await live();
		// A fold that the log does not tell of shows which of the two a start reads.
		await test.ctx.db.client.execute("UPDATE visits SET talk_ms = talk_ms + 1 WHERE outcome = 'answered'");
		const floor = await floorOf(await open());
		expect(floor.site.today.offered).toBe(before.site.today.offered);
		expect(floor.site.today.talkSeconds).toBeGreaterThan(before.site.today.talkSeconds!);
	});

	it.each([
		[
			'of another version',
			`UPDATE settings SET value = '{"version":0,"sources":{}}' WHERE key = 'stored_folds'`
		],
		['that cannot be read', `UPDATE settings SET value = '{"version"' WHERE key = 'stored_folds'`],
		['with a place that is none', `UPDATE settings SET value = '"far"' WHERE key = 'projected_seq'`]
	])('folds the whole log again where the stored folds are %s', async (_, damage) => {
		const before = await live();
		const rows = await folded();
		await test.ctx.db.client.execute("UPDATE visits SET talk_ms = talk_ms + 1 WHERE outcome = 'answered'");
		await test.ctx.db.client.execute(damage);
		const centre = await open();
		expect(await floorOf(centre)).toEqual(before);
		await centre.stop();
		expect(await folded()).toBe(rows);
	});

	it.each([0.25, 0.5, 0.9])(
		'counts nothing twice where storing was cut off between the folds and their place in the log (%d of it)',
		async (share) => {
			const before = await live();
			await test.ctx.db.client.execute({
				sql: `UPDATE settings SET value = CAST(value * ? AS INTEGER) WHERE key = 'projected_seq'`,
				args: [share]
			});
			const centre = await open();
			expect((await floorOf(centre)).queues).toEqual(before.queues);
			expect((await floorOf(centre)).site.bots).toEqual(before.site.bots);
			await centre.stop();
		}
	);
});

describe('Centre.start()', () => {
	afterEach(() => vi.useRealTimers());

	it('reads the floor ten times a second for those who watch, and once a second for nobody', async () => {
		const centre = await open();
		let ticks = 0;
		centre.listen(() => void ticks++);
		let number = 0;
		vi.useFakeTimers({
			toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance']
		});
		centre.start();
		/** News all the time, for some seconds. */
		const ticksIn = async (seconds: number) => {
			ticks = 0;
			for (let i = 0; i < seconds * 10; i++) {
				const event = { source: 's', id: `${++number}`, type: 'test.note', at: END, data: {} };
				await centre.ingest.accept(SYSTEM, [event]);
				vi.advanceTimersByTime(100);
			}
			return ticks;
		};
		centre.isWatched = () => false;
		expect(await ticksIn(5)).toBeLessThanOrEqual(6);
		centre.isWatched = () => true;
		expect(await ticksIn(2)).toBeGreaterThan(10);
		vi.useRealTimers();
		await centre.stop();
	});
});
