import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { addOverrides } from './add-overrides.ts';
import { compareVersions } from './compare-versions.ts';
import { addFacts, addForecast, addQueues, HOUR_MS, MONDAY } from './testing.ts';

const planner = actorWithRole('planner');
let test: Awaited<ReturnType<typeof openTestContext>>;
const compare = (ids: readonly string[], queueId: string | null = null) =>
	compareVersions(test.ctx, planner, {
		versions: ids.map((forecastId) => ({ forecastId, kind: 'planned' as const })),
		queueId
	});
beforeEach(async () => {
	test = await openTestContext();
	await addQueues(test.ctx, ['a', 'b']);
});
afterEach(() => test.close());

describe('compareVersions()', () => {
	it('scores each version against what came, by queue and over all', async () => {
		const first = await addForecast(test.ctx, 'first', { a: [10, 20, 30], b: [5, 5, 5] });
		const second = await addForecast(test.ctx, 'second', { a: [12, 18, 30], b: [5, 5, 5] });
		await addFacts(test.ctx, 'a', [12, 18]);
		await addFacts(test.ctx, 'b', [5, 10]);
		const { overall, queues, days, points, measuredTo } = await compare([first, second]);
		expect(queues.map(({ queueId, scores }) => [queueId, ...scores.map(({ wape }) => wape)])).toEqual([
			['a', 4 / 30, 0],
			['b', 5 / 15, 5 / 15]
		]);
		expect(overall.map(({ wape, bias, cells }) => [wape, bias, cells])).toEqual([
			[9 / 45, -5 / 45, 4],
			[5 / 45, -5 / 45, 4]
		]);
		// 12 is on the edge of 8–12, 18 inside 16–24; 10 is outside 4–6.
		expect(overall[0]!.coverage80).toBe(0.75);
		expect(
			points.map(({ actual, versions }) => [actual, versions[0]!.offered, versions[1]!.offered])
		).toEqual([
			[17, 15, 17],
			[28, 25, 23],
			[null, 35, 35]
		]);
		expect(days).toHaveLength(1);
		expect(days[0]).toMatchObject({ at: MONDAY, actual: 45, versions: [{ offered: 75 }, { offered: 75 }] });
		expect(measuredTo).toBe(MONDAY + 2 * HOUR_MS);
	});

	it('tells computed from planned, and counts what came in hours that were thought closed', async () => {
		const id = await addForecast(test.ctx, 'first', { a: [10, 20] });
		await addOverrides(test.ctx, planner, {
			queueId: 'a',
			spans: [{ fromAt: MONDAY, toAt: MONDAY + HOUR_MS }],
			measure: 'offered',
			operation: 'value',
			amount: 16,
			reason: 'test'
		});
		await addFacts(test.ctx, 'a', [16, 20]);
		const { overall, errors } = await compareVersions(test.ctx, planner, {
			versions: [
				{ forecastId: id, kind: 'computed' },
				{ forecastId: id, kind: 'planned' }
			],
			queueId: 'a'
		});
		expect(overall.map(({ wape }) => wape)).toEqual([6 / 36, 0]);
		expect(errors[0]).toEqual({
			weekdays: [1],
			starts: [0, 3600],
			bias: [[-6 / 16, 0]],
			wape: [[6 / 16, 0]]
		});
	});

	it('compares where they overlap, at the coarser interval, and refuses what has nothing in common', async () => {
		const first = await addForecast(test.ctx, 'first', { a: [10, 20, 30] });
		const later = await addForecast(test.ctx, 'later', { a: [1, 2, 3] }, MONDAY + 2 * HOUR_MS);
		const other = await addForecast(test.ctx, 'other', { b: [1] });
		const far = await addForecast(test.ctx, 'far', { a: [1] }, MONDAY + 240 * HOUR_MS);
		const { points, overall, measuredTo } = await compare([first, later]);
		expect(points).toEqual([
			{
				at: MONDAY + 2 * HOUR_MS,
				actual: null,
				versions: [{ offered: 30, p10: 24, p90: 36 }, expect.anything()]
			}
		]);
		expect(overall[0]).toMatchObject({ wape: null, bias: null, coverage80: null, cells: 0 });
		expect(measuredTo).toBeNull();
		await expect(compare([first, far])).rejects.toThrow(/no day in common/);
		await expect(compare([first, other])).rejects.toThrow(/no queue in common/);
		await expect(compare(['none'])).rejects.toThrow(/no forecast "none"/);
		await expect(compare([first], 'b')).rejects.toThrow(/queue "b"/);
	});

	it('leaves out the interval that is still under way', async () => {
		const id = await addForecast(test.ctx, 'first', { a: [10, 20] });
		await addFacts(test.ctx, 'a', [12, 3]);
		test.clock.at = MONDAY + 1.5 * HOUR_MS;
		const { overall, measuredTo } = await compare([id]);
		expect(overall[0]).toMatchObject({ cells: 1, actual: 12 });
		expect(measuredTo).toBe(MONDAY + HOUR_MS);
	});

	it('is refused without the right', async () => {
		const id = await addForecast(test.ctx, 'first', { a: [10] });
		await expect(
			compareVersions(test.ctx, actorWithRole('agent'), {
				versions: [{ forecastId: id, kind: 'planned' }],
				queueId: null
			})
		).rejects.toThrow(ForbiddenError);
	});
});
