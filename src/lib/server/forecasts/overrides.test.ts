import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { addOverrides } from './add-overrides.ts';
import { forecastCsv } from './forecast-csv.ts';
import { listOverrides } from './list-overrides.ts';
import type { OverrideInput } from './override.ts';
import { readForecastIntervals } from './read-forecast-intervals.ts';
import { findForecast } from './read-forecasts.ts';
import { redoOverrides } from './redo-overrides.ts';
import { takeBackOverrides } from './take-back-overrides.ts';
import { addForecast, addQueues, HOUR_MS, MONDAY } from './testing.ts';
import { totalIntervals } from './total-intervals.ts';

const planner = actorWithRole('planner');
const supervisor = actorWithRole('supervisor');
const double: OverrideInput = {
	queueId: 'a',
	spans: [{ fromAt: MONDAY + HOUR_MS, toAt: MONDAY + 2 * HOUR_MS }],
	measure: 'offered',
	operation: 'factor',
	amount: 2,
	reason: 'Campaign'
};

let test: Awaited<ReturnType<typeof openTestContext>>;
let forecastId: string;
const offered = async (id = forecastId, queue = 'a') =>
	(await readForecastIntervals(test.ctx, planner, id, queue)).map((row) => row.offered);
beforeEach(async () => {
	test = await openTestContext();
	await addQueues(test.ctx, ['a', 'b']);
	forecastId = await addForecast(test.ctx, 'first', { a: [10, 20, 30], b: [1, 2, 3] });
});
afterEach(() => test.close());

describe('addOverrides()', () => {
	it('changes what is read, keeps what was computed, and is kept across forecasts', async () => {
		const { ids } = await addOverrides(test.ctx, planner, double);
		const rows = await readForecastIntervals(test.ctx, supervisor, forecastId, 'a');
		expect(rows.map((row) => row.offered)).toEqual([10, 40, 30]);
		expect(rows[1]).toMatchObject({ p10: 32, p90: 48, computed: { offered: 20, p10: 16 }, overrideIds: ids });
		expect(await offered(forecastId, 'b')).toEqual([1, 2, 3]);

		const again = await addForecast(test.ctx, 'second', { a: [12, 25, 33], b: [1, 2, 3] });
		expect(await offered(again)).toEqual([12, 50, 33]);
		const { csv } = (await forecastCsv(test.ctx, planner, again, 'a'))!;
		expect(csv.split('\r\n')[2]).toBe('2026-03-02T01:00:00Z,a,50,40,60,200,180,220,25,200,1');
		expect(await test.audited()).toContain('forecast.adjust');
	});

	it('adds up with the other queues', async () => {
		await addOverrides(test.ctx, planner, { ...double, operation: 'total', amount: 50 });
		await addOverrides(test.ctx, planner, { ...double, measure: 'aht', operation: 'value', amount: 300 });
		const head = (await findForecast(test.ctx, planner, forecastId))!;
		const total = await totalIntervals(test.ctx, head);
		expect(total.map((row) => row.offered)).toEqual([11, 52, 33]);
		expect(total[1]!.computed.offered).toBe(22);
		expect(total[1]!.ahtSeconds).toBeCloseTo((50 * 300 + 2 * 200) / 52, 9);
		expect(total.map((row) => row.overrideIds.length)).toEqual([0, 2, 0]);
	});

	it('is refused without the right, for an unknown queue, and where it makes no sense', async () => {
		const add = (change: Partial<OverrideInput>, actor = planner) =>
			addOverrides(test.ctx, actor, { ...double, ...change });
		await expect(add({}, supervisor)).rejects.toThrow(ForbiddenError);
		await expect(add({ queueId: 'none' })).rejects.toThrow(/no queue "none"/);
		await expect(add({ amount: -1 })).rejects.toThrow(InvalidInputError);
		await expect(add({ amount: Number.NaN })).rejects.toThrow(InvalidInputError);
		await expect(add({ amount: 101 })).rejects.toThrow(/100 at most/);
		await expect(add({ reason: '  ' })).rejects.toThrow(/say why/);
		await expect(add({ spans: [] })).rejects.toThrow(/at least one/);
		await expect(add({ spans: [{ fromAt: MONDAY, toAt: MONDAY }] })).rejects.toThrow(/end after/);
		await expect(add({ measure: 'aht', operation: 'total' })).rejects.toThrow(/no total/);
		await expect(add({ measure: 'aht', amount: 0 })).rejects.toThrow(/above zero/);
		expect(await offered()).toEqual([10, 20, 30]);
	});
});

describe('takeBackOverrides() and redoOverrides()', () => {
	it('take a change out and put it back, in its old place, with a trace', async () => {
		const { ids } = await addOverrides(test.ctx, planner, double);
		await addOverrides(test.ctx, planner, { ...double, operation: 'total', amount: 7 });
		expect(await offered()).toEqual([10, 7, 30]);
		expect(await takeBackOverrides(test.ctx, planner, ids)).toEqual({ count: 1 });
		expect(await takeBackOverrides(test.ctx, planner, ids)).toEqual({ count: 0 });
		const listed = await listOverrides(test.ctx, supervisor, { fromAt: MONDAY, toAt: MONDAY + 5 * HOUR_MS });
		expect(listed.map(({ operation, removedBy }) => [operation, removedBy])).toEqual([
			['total', null],
			['factor', planner.id]
		]);
		expect(await redoOverrides(test.ctx, planner, ids)).toEqual({ count: 1 });
		expect(await redoOverrides(test.ctx, planner, ids)).toEqual({ count: 0 });
		// The total came after the factor, and still does.
		expect(await offered()).toEqual([10, 7, 30]);
		const entries = (await test.audited()).filter((action) => action.startsWith('forecast.adjust'));
		expect(entries).toEqual([
			'forecast.adjust',
			'forecast.adjust',
			'forecast.adjust.take-back',
			'forecast.adjust.redo'
		]);
	});

	it('are refused without the right', async () => {
		const { ids } = await addOverrides(test.ctx, planner, double);
		await expect(takeBackOverrides(test.ctx, supervisor, ids)).rejects.toThrow(ForbiddenError);
		await expect(redoOverrides(test.ctx, supervisor, ids)).rejects.toThrow(ForbiddenError);
		await expect(takeBackOverrides(test.ctx, planner, [])).rejects.toThrow(InvalidInputError);
		expect(await offered()).toEqual([10, 40, 30]);
	});
});
