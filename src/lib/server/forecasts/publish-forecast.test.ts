import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { addOverrides } from './add-overrides.ts';
import { publishForecast } from './publish-forecast.ts';
import { readForecastIntervals } from './read-forecast-intervals.ts';
import { readPublishedForecast } from './read-published-forecast.ts';
import { removeForecast } from './remove-forecast.ts';
import { addForecast, addQueues, HOUR_MS, MONDAY } from './testing.ts';
import { withdrawForecast } from './withdraw-forecast.ts';

const planner = actorWithRole('planner');
const day = { fromAt: MONDAY, toAt: MONDAY + 24 * HOUR_MS };

let test: Awaited<ReturnType<typeof openTestContext>>;
const change = (amount: number) =>
	addOverrides(test.ctx, planner, {
		queueId: 'a',
		spans: [{ fromAt: MONDAY, toAt: MONDAY + HOUR_MS }],
		measure: 'offered',
		operation: 'total',
		amount,
		reason: 'test'
	});
const planned = async (queueId: string | null = 'a', span = day) =>
	(await readPublishedForecast(test.ctx, planner, { ...span, queueId })).map((row) => row.offered);
beforeEach(async () => {
	test = await openTestContext();
	await addQueues(test.ctx, ['a', 'b']);
});
afterEach(() => test.close());

describe('publishForecast()', () => {
	it('freezes the changes by hand that hold then; publishing again takes in the later ones', async () => {
		const id = await addForecast(test.ctx, 'spring', { a: [10, 20] });
		await change(15);
		test.clock.at += 1000;
		expect(await publishForecast(test.ctx, planner, id)).toBe(true);
		test.clock.at += 1000;
		await change(99);
		const published = await readForecastIntervals(test.ctx, planner, id);
		expect(published.map((row) => row.offered)).toEqual([15, 20]);
		expect(published[0]).toMatchObject({ p10: 12, p90: 18, ahtSeconds: 200, computed: { offered: 10 } });
		expect(published.map((row) => row.overrideIds.length)).toEqual([1, 0]);
		await publishForecast(test.ctx, planner, id);
		expect(await planned()).toEqual([99, 20]);
		expect((await test.audited()).filter((action) => action === 'forecast.publish')).toHaveLength(2);
	});

	it('takes the place of what was published before, where it covers it; withdrawn, the former holds', async () => {
		const first = await addForecast(test.ctx, 'first', { a: [10, 20, 30, 40] });
		await publishForecast(test.ctx, planner, first);
		test.clock.at += 1000;
		const second = await addForecast(test.ctx, 'second', { a: [1, 2] }, MONDAY + HOUR_MS);
		expect(await planned()).toEqual([10, 20, 30, 40]);
		test.clock.at += 1000;
		await publishForecast(test.ctx, planner, second);
		expect(await planned()).toEqual([10, 1, 2, 40]);
		expect(await withdrawForecast(test.ctx, planner, second)).toBe(true);
		expect(await withdrawForecast(test.ctx, planner, second)).toBe(false);
		expect(await planned()).toEqual([10, 20, 30, 40]);
	});

	it('is refused without the right, as is taking it back or removing it', async () => {
		const id = await addForecast(test.ctx, 'spring', { a: [10] });
		const supervisor = actorWithRole('supervisor');
		await expect(publishForecast(test.ctx, supervisor, id)).rejects.toThrow(ForbiddenError);
		await publishForecast(test.ctx, planner, id);
		await expect(withdrawForecast(test.ctx, supervisor, id)).rejects.toThrow(ForbiddenError);
		const computes = { ...supervisor, rights: ['forecast.compute'] };
		await expect(removeForecast(test.ctx, computes, id)).rejects.toThrow(ForbiddenError);
		expect(await publishForecast(test.ctx, planner, 'none')).toBe(false);
	});
});

describe('readPublishedForecast()', () => {
	it('falls back on the newest computed forecast, queue by queue', async () => {
		await addForecast(test.ctx, 'old', { a: [5, 5], b: [7, 7] });
		test.clock.at += 1000;
		await addForecast(test.ctx, 'new', { a: [6, 6] });
		const rows = await readPublishedForecast(test.ctx, planner, day);
		expect(rows.map(({ queueId, offered, isPublished }) => [queueId, offered, isPublished])).toEqual([
			['a', 6, false],
			['a', 6, false],
			['b', 7, false],
			['b', 7, false]
		]);
	});

	it('reads only what touches the span, a shared total in proportion', async () => {
		const id = await addForecast(test.ctx, 'spring', { a: [10, 20, 30] });
		await addOverrides(test.ctx, planner, {
			queueId: 'a',
			spans: [{ fromAt: MONDAY, toAt: MONDAY + 3 * HOUR_MS }],
			measure: 'offered',
			operation: 'total',
			amount: 120,
			reason: 'test'
		});
		expect(await planned('a', { fromAt: MONDAY + HOUR_MS, toAt: MONDAY + 2 * HOUR_MS })).toEqual([40]);
		await publishForecast(test.ctx, planner, id);
		expect(await planned('a', { fromAt: MONDAY + HOUR_MS, toAt: MONDAY + 2 * HOUR_MS })).toEqual([40]);
		expect(await planned('b')).toEqual([]);
	});

	it('is open to those who see the day, and to nobody else', async () => {
		const only = (right: string) => ({ ...planner, rights: [right] });
		expect(await readPublishedForecast(test.ctx, only('intraday.view'), day)).toEqual([]);
		await expect(readPublishedForecast(test.ctx, only('live.view'), day)).rejects.toThrow(ForbiddenError);
	});
});
