import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { importHistory } from '../history/index.ts';
import { Jobs } from '../jobs/index.ts';
import { compareScenarios, findScenario } from './read-scenarios.ts';
import { startScenarios, type ScenariosWish } from './start-scenarios.ts';

const planner = actorWithRole('planner');
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 0, 5);
/** Sixteen weeks of weekdays, 9:00 to 12:00 by 30 minutes, 40 contacts of 250 s each. */
const history = `interval_start,queue,offered,aht_seconds\n${Array.from({ length: 112 }, (_, day) => day)
	.filter((day) => day % 7 < 5)
	.flatMap((day) =>
		[0, 1, 2, 3, 4, 5].map((slot) => {
			const at = new Date(FIRST + day * DAY_MS + 9 * 3_600_000 + slot * 1_800_000);
			return `${at.toISOString().slice(0, 19)}Z,desk,40,250`;
		})
	)
	.join('\n')}\n`;
const wish: ScenariosWish = {
	scenarios: [
		{ name: 'As it is', variant: 'as-is' },
		{ name: 'Growth', variant: 'growth' },
		{ name: 'Bots', variant: 'bots' }
	],
	monthCount: 6
};

let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: Jobs;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = Date.UTC(2026, 3, 27, 12);
	jobs = await Jobs.open(test.ctx);
});
afterEach(async () => {
	await jobs.stop();
	test.close();
});
const bringHistory = () =>
	importHistory(test.ctx, planner, { fileName: 'desk.csv', text: history, timeZone: 'UTC' });

describe('startScenarios()', () => {
	it('makes three scenarios of what the centre’s data say, and keeps what was measured apart', async () => {
		await bringHistory();
		await test.ctx.db.client.batch([
			`INSERT INTO agents (id, site_id, name, created_at) SELECT 'ana', min(id), 'Ana', 0 FROM sites`,
			`INSERT INTO agents (id, site_id, name, created_at) SELECT 'bea', min(id), 'Bea', 0 FROM sites`
		]);
		const ended = new Promise<{ state: string; result: unknown; error: string | null }>((done) =>
			jobs.listen((job) => ['done', 'failed', 'cancelled'].includes(job.state) && done(job))
		);
		await startScenarios(test.ctx, jobs, planner, 'UTC', wish);
		const { state, result, error } = await ended;
		expect({ state, error }).toEqual({ state: 'done', error: null });
		const { scenarioIds } = result as { scenarioIds: string[] };

		const { input } = (await findScenario(test.ctx, planner, scenarioIds[0]!))!;
		const [desk] = input.families;
		expect(input.firstMonth).toBe('2026-05');
		// 240 contacts on each of May's 21 working days.
		expect(desk!.contactsByMonth[0]! / (21 * 240)).toBeCloseTo(1, 1);
		expect(desk).toMatchObject({ ahtSeconds: 250, bots: { share: 0 }, isDeferred: false });
		const open = desk!.profile.shares.map((row) => row.flatMap((share, i) => (share > 0 ? [i] : [])));
		expect(open).toEqual([[], ...new Array<number[]>(5).fill([18, 19, 20, 21, 22, 23]), []]);
		expect(input.people).toMatchObject({ heads: 2, fullTimeHoursPerWeek: 40 });
		expect(input.measured).toMatchObject({
			at: test.clock.at,
			from: '2026-01-05',
			to: '2026-04-24',
			heads: 2,
			fullTimeHoursPerWeek: null,
			families: { desk: { ahtSeconds: 250, containment: null, basis: 'forecast' } }
		});

		const [asIs, growth, bots] = await compareScenarios(test.ctx, planner, scenarioIds);
		const last = (scenario: typeof asIs) => scenario!.plan.months.at(-1)!;
		expect(last(growth).contacts / last(asIs).contacts).toBeCloseTo(1.1 ** (5 / 12), 6);
		expect(last(bots).contained / last(asIs).contacts).toBeCloseTo(0.1, 9);
		expect(last(bots).requiredFte).toBeLessThan(last(asIs).requiredFte);
	});

	it('refuses without a history, with no name, and those without the right', async () => {
		await expect(startScenarios(test.ctx, jobs, planner, 'UTC', wish)).rejects.toThrow(
			/no queue has a history/
		);
		await bringHistory();
		await expect(
			startScenarios(test.ctx, jobs, planner, 'UTC', { scenarios: [{ name: '', variant: 'as-is' }] })
		).rejects.toThrow(InvalidInputError);
		await expect(startScenarios(test.ctx, jobs, actorWithRole('supervisor'), 'UTC', wish)).rejects.toThrow(
			ForbiddenError
		);
	});
});
