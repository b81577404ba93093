import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { importHistory } from '../history/index.ts';
import { Jobs } from '../jobs/index.ts';
import { listForecastScores } from './list-forecast-scores.ts';
import { readForecastView } from './read-forecast-view.ts';
import { removeForecast } from './remove-forecast.ts';
import { forecastCsv } from './forecast-csv.ts';
import { startForecast, type ForecastInput } from './start-forecast.ts';

const planner = actorWithRole('planner');
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 0, 5);
/** Twelve weeks of weekdays, 9:00 to 12:00 by 30 minutes, 40 contacts each. */
const history = `DateTime,Calls\n${Array.from({ length: 84 }, (_, day) => day)
	.filter((day) => day % 7 < 5)
	.flatMap((day) =>
		[0, 1, 2, 3, 4, 5].map((slot) => {
			const at = new Date(FIRST + day * DAY_MS + 9 * 3_600_000 + slot * 1_800_000);
			return `${at.toISOString().slice(0, 19)},40`;
		})
	)
	.join('\n')}\n`;
const wanted: ForecastInput = { name: 'spring', queueIds: ['desk'], horizonDays: 7, intervalSeconds: 1800 };

let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: Jobs;
beforeEach(async () => {
	test = await openTestContext();
	jobs = await Jobs.open(test.ctx);
	await importHistory(test.ctx, planner, { fileName: 'desk.csv', text: history, timeZone: 'UTC' });
});
afterEach(async () => {
	await jobs.stop();
	test.close();
});

describe('startForecast()', () => {
	it('ends in a forecast that continues a constant history, seen by its readers', async () => {
		const ended = new Promise<{ state: string; result: unknown; error: string | null }>((done) =>
			jobs.listen((job) => ['done', 'failed', 'cancelled'].includes(job.state) && done(job))
		);
		await startForecast(test.ctx, jobs, planner, 'UTC', wanted);
		const { state, result, error } = await ended;
		expect({ state, error }).toEqual({ state: 'done', error: null });
		const { forecastId } = result as { forecastId: string };

		const view = await readForecastView(test.ctx, actorWithRole('supervisor'), forecastId, null);
		expect(view!.intervals).toHaveLength(30);
		for (const { offered, p10, p90 } of view!.intervals) {
			expect(offered).toBeCloseTo(40, 0);
			expect(p10).toBeLessThanOrEqual(offered);
			expect(p90).toBeGreaterThanOrEqual(offered);
		}
		// Four weeks before Monday 30 March 09:00 hold twenty working days.
		expect(view!.history).toHaveLength(120);
		const [listed] = await listForecastScores(test.ctx, planner);
		expect(listed).toMatchObject({ id: forecastId, name: 'spring' });
		expect(listed!.offered).toBeCloseTo(1200, -1);
		const { csv } = (await forecastCsv(test.ctx, planner, forecastId))!;
		expect(csv.split('\r\n').slice(0, 2)).toEqual([
			'interval_start,queue,offered,p10,p90,aht_seconds,aht_p10_seconds,aht_p90_seconds,computed_offered,computed_aht_seconds,overrides',
			expect.stringMatching(/^2026-03-30T09:00:00Z,desk,[\d.]+,[\d.]+,[\d.]+,,,,[\d.]+,,0$/)
		]);

		await expect(removeForecast(test.ctx, actorWithRole('supervisor'), forecastId)).rejects.toThrow(
			ForbiddenError
		);
		expect(await removeForecast(test.ctx, planner, forecastId)).toBe(true);
		expect(await listForecastScores(test.ctx, planner)).toEqual([]);
	});

	it('refuses a queue without history, an interval that is no multiple, and those without the right', async () => {
		const start = (change: Partial<ForecastInput>, actor = planner) =>
			startForecast(test.ctx, jobs, actor, 'UTC', { ...wanted, ...change });
		await expect(start({ queueIds: ['none'] })).rejects.toThrow(/"none" has no history/);
		await expect(start({ intervalSeconds: 900 })).rejects.toThrow(/intervals of 30 minutes/);
		await expect(start({ queueIds: [] })).rejects.toThrow(InvalidInputError);
		await expect(start({}, actorWithRole('supervisor'))).rejects.toThrow(ForbiddenError);
		await expect(listForecastScores(test.ctx, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
	});
});
